import ConfigDocument
import Diagnostics
import Testing

@testable import Redaction

@Suite struct SensitiveKeysTests {
  /// FM-55: what looks like a secret by a part of its name and is none.
  static let lookalikes = [
    "agents.defaults.models.x.maxTokens|4096", "agents.defaults.contextTokens|200000",
    "agents.defaults.compaction.reserveTokensFloor|20000", "models.maxOutputTokens|8192",
    "models.maxInputTokens|1000000", "models.maxCompletionTokens|1000", "a.totalTokens|7",
    "a.tokenCount|12", "a.tokenLimit|'12'", "a.tokenBudget|100", "a.softThresholdTokens|4000",
    "a.max_tokens|'4096'", "a.thinkingTokens|'off'", "a.cachedTokens|0", "a.maxTokens|'4096'",
    "gateway.auth.passwordFile|'/run/secrets/gateway'", "channels.telegram.tokenFile|'~/t.txt'",
    "channels.line.secretFile|'/etc/line'", "channels.x.botTokenFile|'C:\\\\tokens\\\\bot'",
    "a.privateKeyPath|'~/.ssh/id_ed25519'", "a.secretsDir|'/run/secrets'", "a.apiKeyFile|'./key'",
    "a.tokenPath|'/x'", "a.secretPath|'kv/data/openclaw'", "a.passwordStoreDir|'~/.store'",
    "gateway.auth.mode|'token'", "gateway.auth.mode|'password'", "a.tokenType|'bearer'",
    "a.tokenSource|'keychain'", "a.secretProvider|'onepassword'", "a.passwordPolicy|'strict'",
    "a.apiKeyEnv|'OPENAI_API_KEY'", "a.tokenEnvVar|'MY_TOKEN'", "a.secretName|'openclaw-gateway'",
    "a.apiKeyHeader|'X-Api-Key'", "a.tokenUrl|'https://login.example/oauth/token'",
    "a.passwordRequired|true", "a.tokenEnabled|false", "a.token|null", "a.password|''",
    "a.secret|false", "a.tokenTtl|'30m'", "a.tokenExpiresAt|'2026-09-01'", "a.secretLength|48",
    "a.tokenRotation|'weekly'", "channels.slack.userTokenReadOnly|true", "a.textParamKey|'text'",
    "a.cardTemplateKey|'card'", "a.keyboard|'inline'", "a.publicKey|'not hidden'",
    "a.tokenizer|'cl100k'", "a.author|'somebody'", "a.passenger|'somebody'", "a.bypass|'local'",
    "a.compass|'north'", "a.keyName|'main'", "a.monkey|'business'", "a.hotkey|'ctrl-k'",
    "secrets.providers.default.source|'env'", "secrets.providers.mytoken.path|'/run/secrets.json'",
    "secrets.providers.vault.command|'/usr/local/bin/vault-token-helper'",
    "secrets.defaults.env|'default'", "env.shellEnv.enabled|true", "session.dmScope|'main'",
    "agents.defaults.model.primary|'anthropic/claude-sonnet-4-5-20250929'",
    "agents.defaults.model.primary|'openrouter/qwen/qwen3-vl-30b-a3b-thinking-2507'",
    "agents.list[0].id|'7c4a6d2a-2ed9-4b4e-a5e2-4d705ee9b34c'",
    "agents.defaults.workspace|'/home/somebody/.openclaw/workspace-2026/agents/main'",
    "plugins.installs.x.integrity|'sha512-/YNWeOH56WU2WvHD+5zu4sxRzlBoK5Vwcg8eQV4hNjEZcA=='",
    "plugins.installs.x.shasum|'12112952a38f86bd3d823f34f8ae0dabe1b575fc'",
    "plugins.installs.x.commit|'12112952a38f86bd3d823f34f8ae0dabe1b575fc'",
    "plugins.installs.x.spec|'@openclaw/voice-call-plugin@2026.4.23-beta.1'",
    "channels.feishu.allowFrom[0]|'ou_0d661b0fc6f4c6c2fa84e51d8e72b441'",
    "channels.discord.guilds.g123456789012345678.users[0]|'123456789012345678'",
    "channels.whatsapp.allowFrom[0]|'+15555550123'", "meta.lastTouchedVersion|'2026.4.23'",
    "agents.defaults.sandbox.docker.image|'x@sha256:00112233445566778899aabbccddeeff00112233'",
    "mcp.servers.x.args[0]|'@modelcontextprotocol/server-filesystem'",
    "channels.dingtalk.corpId|'dinga1b2c3d4e5f60718293a4b5c6d7e8f90a'",
    "channels.wecom.botId|'demo-bZ9xQ2mL7vK4tR8wY1nP5cJ3hG6fD0s'",
    "a.app_id|'cli_a9b8c7d6e5f4a3b2c1d0e9f8'",
    "env.NIM_AGENT_MODE|'true'", "skills.entries.x.env.VERBOSE|'false'",
    "gateway.controlUi.allowedOrigins[0]|'https://openclaw.example.com:18789'",
    "tools.media.models[0].baseUrl|'http://127.0.0.1:11434/v1'", "a.url|'ssh://git@host.example/x'",
  ]

  static func config(_ row: String) throws -> String {
    let cells = row.split(separator: "|", maxSplits: 1).map(String.init)
    let path = try ConfigPath(parsing: cells[0])
    let pattern = PathPattern(
      path.steps.map { step in
        switch step {
        case .key(let key): .key(key)
        case .index(let index): .index(index)
        }
      })
    return Canary.config(pattern, cells[1]).text
  }

  @Test(arguments: lookalikes)
  func aLookalikeStaysAsItIs(row: String) throws {
    let text = try Self.config(row)
    #expect(try Canary.redacted(text) == text)
  }

  @Test(arguments: [
    "a.token", "a.botToken", "a.BOT_TOKEN", "a.apiKey", "a.api_key", "a.api-key", "a.apikey",
    "a.openaiApiKey", "a.password", "a.dbPassword", "a.passwd", "a.pwd", "a.passphrase",
    "a.secret", "a.clientSecret", "a.secretId", "a.encryptKey", "a.encryptionKey", "a.privateKey",
    "a.private_key", "a.serviceAccount", "a.serviceAccountRef", "a.Authorization", "a.x-api-key",
    "a.Cookie", "a.credentials", "a.accessKey", "a.secretAccessKey", "a.sessionKey", "a.tokens[0]",
    "a.apiKeys[0]", "a.password.value", "a.auth.token.deep.deeper", "a.OPENAI_KEY",
    "a.credentials.user", "a.sessionId.token", "env.SOME_NAME", "a.signingKey",
    "a.nested.env.NODE_ENV", "a.headers.X-Title", "a.TOKEN_2",
  ])
  func aSecretNameHides(path: String) throws {
    let text = try Self.config("\(path)|'\(Canary.plain)'")
    #expect(Canary.survivor(of: Canary.plain, in: try Canary.outputs(text)) == nil)
  }

  @Test func aNameBesideAValueCounts() throws {
    #expect(
      try Canary.redacted("{ env: [{ name: 'API_KEY', value: 'abc' }, { name: 'A', value: 'b' }] }")
        == "{ env: [{ name: 'API_KEY', value: '‹short-api-key 1›' }, { name: 'A', value: 'b' }] }")
    #expect(
      try Canary.redacted("{ args: ['--token', 'abc', '--verbose', 'x', '--api-key=abcdef'] }")
        == "{ args: ['--token', '‹short-token 1›', '--verbose', 'x', '--api-key=‹short-api-key 1›'] }"
    )
  }
}
