internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns the list of agents into a map by their ids.
///
/// ## Why
/// 2026.7.2 refuses `agents.list`: agents stand under `agents.entries` with the id as the key.
///
/// ## What it keeps
/// Every agent with all its settings and comments, in the order of the list. An agent that the map
/// has gets what it lacks, and the report names the rest; OpenClaw drops the whole list then. A
/// second agent of an id gets the id with a number, one without an id the id `agent`. What is no
/// agent stays and is reported. The default agent of several keeps its folder: where it took that
/// from `agents.defaults` it is written down, because later releases derive one from the id.
package struct AgentsListToEntries: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "agents-list-to-entries",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Turn the list of agents into a map",
      why: "agents are a map by their ids since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          agents: {
            list: [
              // for the family
              {
                id: "main", // the first one
                default: true,
              },
              { id: "work", workspace: "~/work" },
            ],
          },
        }
        """,
        """
        {
          agents: {
            entries: {
              // for the family
              main: {
                // the first one
                default: true,
              },
              work: { workspace: "~/work" },
            },
          },
        }
        """),
      MigrationExample(
        """
        { agents: { list: [{ id: "a", model: "m", name: "A" }], entries: { a: { model: "n" } } } }
        """,
        """
        { agents: { entries: { a: { model: "n", name: "A" } } } }
        """),
      MigrationExample(
        """
        { agents: { list: [{ id: "a" }, { id: "a", x: 1 }, {}] } }
        """,
        """
        { agents: { entries: { a: {}, "a-2": { x: 1 }, "agent": {} } } }
        """),
      MigrationExample(
        """
        { agents: { defaults: { workspace: "~/w" }, list: [{ id: "main" }, { id: "b", workspace: "~/b" }] } }
        """,
        """
        { agents: { defaults: { workspace: "~/w" }, entries: { main: { workspace: "~/w" }, b: { workspace: "~/b" } } } }
        """),
      MigrationExample(
        unchanged: """
          { agents: { list: ["main"] } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("list")
  }

  package func apply(to transform: inout Transform) {
    let entries = Transform.path("agents.entries")
    guard transform.expect(AgentRoster.list, .array),
      !transform.has(entries) || transform.expect(entries, .object)
    else { return }
    keepWorkspace(in: &transform)
    let known = Set(transform.draft.keys(at: entries))
    var taken: Set<String> = []
    var index = 0
    while transform.has(AgentRoster.list.appending(index: index)) {
      let agent = AgentRoster.list.appending(index: index)
      // Where it stood before the ones in front of it went: that is what the reader sees.
      let named = AgentRoster.list.appending(index: index + taken.count)
      guard transform.expect(agent, .object),
        let id = id(of: agent, besides: taken, in: &transform),
        adopt(
          agent, named: named, as: entries.appending(key: id), isKnown: known.contains(id),
          in: &transform)
      else {
        index += 1
        continue
      }
      taken.insert(id)
    }
    transform.prune(AgentRoster.list)
  }

  /// The key for an agent; nil, with a note, when its id is no text.
  private func id(
    of agent: ConfigPath, besides taken: Set<String>, in transform: inout Transform
  ) -> String? {
    let place = agent.appending(key: "id")
    guard !transform.has(place) || transform.expect(place, .string) else { return nil }
    let plain = transform.text(place) ?? "agent"
    guard taken.contains(plain) else { return plain }
    var number = 2
    while taken.contains("\(plain)-\(number)") { number += 1 }
    return "\(plain)-\(number)"
  }

  private func adopt(
    _ agent: ConfigPath, named name: ConfigPath, as entry: ConfigPath, isKnown: Bool,
    in transform: inout Transform
  ) -> Bool {
    let id = agent.appending(key: "id")
    let change = Change(
      migration: facts.id, action: .move, source: name, target: entry,
      span: transform.span(of: agent), message: "move \(name) to \(entry)")
    return transform.together(isKnown ? nil : change) { transform in
      if transform.has(id) {
        guard transform.remove(id, because: "it is the key of the agent now") else { return false }
      }
      return isKnown
        ? transform.draft.count(at: agent) == 0
          ? transform.remove(agent, because: "\(entry) is the same agent")
          : transform.merge(agent, into: entry)
        : transform.place(agent, at: entry)
    }
  }

  /// Writes down the folder of the default agent, where several agents are and it has none itself.
  private func keepWorkspace(in transform: inout Transform) {
    let agents = AgentRoster.entries(in: transform)
    guard agents.count > 1,
      let agent = AgentRoster.markedDefault(in: transform) ?? agents.first,
      let folder = transform.draft.string(at: Transform.path("agents.defaults.workspace"))
    else { return }
    transform.add(
      agent.appending(key: "workspace"), .string(folder),
      because: "later releases derive a folder from the id of the agent")
  }
}
