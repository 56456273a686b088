package dev.perilla.engine.autograd.real;

/// Arguments whose values come nearest to the middle between two doubles: selected from the lists
/// that Lefèvre and Muller ("Worst cases for correct rounding of the elementary functions in double
/// precision") and the authors of BaCSeL computed. A function a line.
final class PublishedCases {
  private PublishedCases() {}

  static final String TABLE =
      """
      acos 0x1.ae34c4c6628b8p-47 0x1.8b20deeb74cabp-5 0x1.b8f08aae8cfabp-21 0x1.cab4264148668p-15
      acosh 0x1.86ad8dffea265p+316 0x1.2803ab5baa782p+315 0x1.92be7cd5ea05cp+271 0x1.8cc2bdd7f3893p+1015
      asin 0x1.7137449123ef6p-26 0x1.13841c84de815p-19 0x1.b2133770c88cap-24 0x1.5cd1e10a0389cp-20
      asinh 0x1.8988dd667b451p+280 0x1.a92f6c6afcdebp+616 0x1.dafa649b03582p+373 0x1.9d2e8f4cf1fbep+912
      atan 0x1.9a4ec97a65841p+29 0x1.05ed93e058b67p+47 0x1.ca793c3e1bafep+35 0x1.0d6d11f5e308bp+39
      atanh 0x1.fc894c4eeec42p-8 0x1.3787fb98d3f9cp-19 0x1.a86803e0bab4bp-16 0x1.400783ff63b68p-3
      cbrt 0x1.5840304b7d139p-1 0x1.ab15dbaea54bcp+1 0x1.48913651947b4p+0 0x1.977829ba78dbfp+1
      cos 0x1.4c96c11134d36p+580 0x1.83009e2e9e2ebp+618 0x1.4f6243f039841p+570 0x1.9681fb504915fp+772
      cosh 0x1.dffffffffee6cp-19 0x1.7b50c8f562f3bp+4 0x1.c5729d1e860dcp+3 0x1.fe0836c0955b9p+6
      exp2 0x1.5417c2a4d160ep-38 -0x1.3493977c93ea2p-3 -0x1.9361a160b5e0cp+6 -0x1.aad868582d783p+8
      expm1 0x1.554aaa7ffea5ep-44 0x1.2f8050f99a322p-35 -0x1.db3ec56b35986p-37 0x1.d7a90e8ea82c5p-25
      log 0x1.13d51463532c7p+143 0x1.c7bf92606384dp+551 0x1.6106b61f15406p-715 0x1.9e0f1d8206334p+715
      log10 0x1.398af5e05d105p-973 0x1.b6fe0640096eep+854 0x1.745f41533b32ep-952 0x1.3279f835bd0d4p-322
      log2 0x1.1ba39ff28e3eap+3 0x1.8bd769c45c87ap+127 0x1.15a2bc270db74p-64 0x1.88462f932cc2cp-256
      sin 0x1.db7d8938a3549p+732 0x1.4f747439b348bp-24 0x1.07915e817e5b7p-8 0x1.4bec6c97ff89ap-20
      sinh 0x1.54cd1fea7663ap+7 0x1.59db42adbce68p-3 0x1.90f5a5ea5e606p-16 0x1.4c5d02bec6b98p-9
      tan 0x1.184121b4a9f21p-8 0x1.c9f47908c3178p-3 0x1.840a0ebf48c20p-14 0x1.a9093ab4fb892p-3
      tanh 0x1.291c601a05276p-2 0x1.8217ef61c8241p-13 0x1.41b239db3a53ep+0 0x1.0226098f30ce0p-22
      exp 0x1.accfbe46b4ef0p-1 0x1.0122ef37212ebp-1 0x1.0c6f035e6797fp-1 0x1.fedc746ddf8fap-1
      """;
}
