/// Texts that have everything that YAML has.
enum Samples {
  static let texts = [
    """
    # a ConfigMap
    apiVersion: v1
    kind: ConfigMap
    data:
      openclaw.json: | # the config
        {
          gateway: { port: 18789 }, // mine
        }
      other: >-
        one
        two

          deep
    """,
    """
    %YAML 1.1
    ---
    base: &base {a: 1, "b": [x, 'y', "z\\u00e9\\
      w"]}
    more:
      <<: *base
      b: *base
    list:
    - &one one
      two
    - *one
    - - deep
      - k: v # why
        l: !!str 5
    ---
    second: document
    ...
    """,
    """
    ? odd
    : value
    ? [a, b]
    : - c
    "quoted" : 'it''s'
    empty:
    tagged: !local {x: 1}
    template: {{ .Values.x }}
    flow: [a: 1, {b, c: }, ]
    """,
    "é: \u{1F600}\r\nb:\r\n  - |+\r\n    x\r\n\r\n  - \"a\r\n    b\"\r\n# end\r\n",
    "{\"a\":1,\"b\":{\"c\":[true,null,-1.5e3]}}\n",
    "a: |2-\n   x\nb: >1\n  y\n\n  z\nc: - d\n",
    "- - - a\n    - b\n  - c: 1\n    d: &x\n      e: 2\n- *x\n- <<: [*x]\n  f: 3\n",
  ]
}
