@signatures
Feature: Servers that sign what they send
  A server that signs does so towards all that verify, in the form that they verify; the others it talks to as before.

  @OCM-SIG-02 @OCM-SIG-47 @OCM-SHARE-06 @OCM-NOTIF-06
  Scenario: Two servers that sign share a file and tell each other what became of it
    Given alpha runs reference/1.5[sign=yes;demand-signatures=yes]
    And beta runs reference/1.5[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt
    And alice sees that bob accepted report.txt
    And beta has written down that "made by alpha"
    And alpha has written down that "made by beta"
    When alice unshares report.txt
    Then bob sees nothing

  @OCM-INV-15 @OCM-SIG-02
  Scenario: Two servers that sign make their people contacts
    Given alpha runs reference/1.5[sign=yes;demand-signatures=yes]
    And beta runs reference/1.5[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And bob is at beta
    And alice invites bob
    When bob accepts the invite of alice
    Then bob has alice as a contact
    And alice has bob as a contact
    And alpha has written down that "made by beta"

  @OCM-SIG-02 @OCM-SIG-23 @OCM-SIG-26
  Scenario Outline: Keys of different kinds understand each other: <one> and <other>
    Given alpha runs reference/<version>[sign=yes;demand-signatures=yes;key=<one>]
    And beta runs reference/<version>[sign=yes;demand-signatures=yes;key=<other>]
    And alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt
    And alice sees that bob accepted report.txt

    Examples:
      | version | one     | other   |
      | 1.5     | ed25519 | p256    |
      | 1.5     | p256    | p256    |
      | 1.5     | rsa     | ed25519 |
      | 1.4     | p256    | ed25519 |
      | 1.3     | ed25519 | p256    |
      | 1.2     | ed25519 | p256    |

  @OCM-LEG-03 @OCM-LEG-04 @OCM-LEG-05
  Scenario: Two servers of version 1.2 sign for each other
    Given alpha runs reference/1.2[sign=yes;demand-signatures=yes]
    And beta runs reference/1.2[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt
    And alice sees that bob accepted report.txt

  @mixed @OCM-SIG-02 @OCM-SIG-03 @OCM-SIG-05
  Scenario Outline: One server <one>, the other <other>
    Given alpha runs reference/<first>
    And beta runs reference/<second>
    And alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt
    And alice sees that bob accepted report.txt

    Examples:
      | one          | other                         | first         | second                                      |
      | signs        | does not                      | 1.5[sign=yes] | 1.5                                         |
      | does not     | signs                         | 1.5           | 1.5[sign=yes]                               |
      | signs        | demands it and signs nothing  | 1.5[sign=yes] | 1.5[demand-signatures=yes]                  |
      | signs        | demands it of those who sign  | 1.5[sign=yes] | 1.5[sign=yes;demand-signatures=of-signers]  |
      | does not     | demands it of those who sign  | 1.5           | 1.5[sign=yes;demand-signatures=of-signers]  |
      | signs as 1.5 | signs as 1.4                  | 1.5[sign=yes] | 1.4[sign=yes;demand-signatures=yes]         |
      | signs as 1.5 | signs as 1.3                  | 1.5[sign=yes] | 1.3[sign=yes;demand-signatures=yes]         |
      | signs as 1.4 | signs as 1.5                  | 1.4[sign=yes] | 1.5[sign=yes]                               |
      | signs as 1.2 | signs as 1.5                  | 1.2[sign=yes] | 1.5[sign=yes]                               |
      | signs as 1.5 | signs as 1.2                  | 1.5[sign=yes] | 1.2[sign=yes]                               |
      | signs        | knows nothing of it           | 1.5[sign=yes;mode=compat] | 1.1                                         |

  @mixed @OCM-SIG-02 @OCM-LEG-03 @OCM-LEG-04 @OCM-LEG-05 @OCM-LEG-14
  Scenario Outline: A server that signs as all versions do, and one that signs as <version>: <direction>
    Given alpha runs reference/<first>
    And beta runs reference/<second>
    And alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt
    And alice sees that bob accepted report.txt
    And alpha has written down that "made by beta"
    And beta has written down that "made by alpha"

    Examples:
      | version | direction | first                                                   | second                                                  |
      | 1.2     | to it     | 1.5[mode=compat;sign=yes;demand-signatures=yes]         | 1.2[sign=yes;demand-signatures=yes]                     |
      | 1.2     | from it   | 1.2[sign=yes;demand-signatures=yes]                     | 1.5[mode=compat;sign=yes;demand-signatures=yes]         |
      | 1.2     | with RSA  | 1.5[mode=compat;sign=yes;key=rsa]                       | 1.2[sign=yes;demand-signatures=yes;key=rsa]             |
      | 1.3     | to it     | 1.5[mode=compat;sign=yes]                                 | 1.3[sign=yes;demand-signatures=yes]                     |
      | 1.3     | from it   | 1.3[sign=yes;demand-signatures=yes]                     | 1.5[mode=compat;sign=yes]                               |
      | 1.4     | to it     | 1.5[mode=compat;sign=yes]                                 | 1.4[sign=yes;demand-signatures=yes]                     |
      | 1.4     | from it   | 1.4[sign=yes;demand-signatures=yes]                     | 1.5[mode=compat;sign=yes]                               |
      | 1.5     | to it     | 1.5[mode=compat;sign=yes;demand-signatures=yes]         | 1.5[sign=yes;demand-signatures=yes]                     |
      | 1.5     | from it   | 1.5[sign=yes;demand-signatures=yes]                     | 1.5[mode=compat;sign=yes;demand-signatures=yes]         |

  @OCM-LEG-03 @OCM-LEG-13 @OCM-SIG-01
  Scenario: A server that signs as all versions do shows its key in both forms
    Given alpha runs reference/1.5[mode=compat;sign=yes]
    And alice is at alpha
    And a foreign server omega
    When omega looks up alpha
    Then omega finds that alpha can do http-sig
    And omega finds a key of alpha that signs
    And omega finds a key of alpha in the form of version 1.2

  @mixed @negative @OCM-SHARE-10 @OCM-DEF-09
  Scenario Outline: A server that <one> is not sent to one that demands <form>
    Given alpha runs reference/<first>
    And beta runs reference/<second>
    And alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    When alice shares report.txt with bob
    Then alice is refused
    And alice is told about beta
    And bob sees nothing

    Examples:
      | one          | form                       | first         | second                              |
      | does not     | signatures                 | 1.5           | 1.5[sign=yes;demand-signatures=yes] |
      | signs as 1.4 | signatures of version 1.5  | 1.4[sign=yes] | 1.5[sign=yes;demand-signatures=yes] |
      | signs as 1.3 | signatures of version 1.4  | 1.3[sign=yes] | 1.4[sign=yes;demand-signatures=yes] |
      | signs as 1.2 | signatures of version 1.5  | 1.2[sign=yes] | 1.5[sign=yes;demand-signatures=yes] |
      | signs as 1.5 | signatures of version 1.2  | 1.5[sign=yes] | 1.2[sign=yes;demand-signatures=yes] |

  @OCM-SIG-01 @OCM-SIG-21 @OCM-SIG-22 @OCM-SIG-24 @OCM-DISC-42
  Scenario: A server that signs shows its key and says so
    Given alpha runs reference/1.5[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And a foreign server omega
    When omega looks up alpha
    Then omega finds that alpha can do http-sig
    And omega finds that alpha demands must-use-http-sig
    And omega finds a key of alpha that signs

  @OCM-LEG-13
  Scenario: A server of version 1.3 shows its key at the place for it
    Given alpha runs reference/1.3[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And a foreign server omega
    When omega looks up alpha
    Then omega finds that alpha demands http-request-signatures
    And omega finds a key of alpha that signs

  @negative @OCM-SIG-07 @OCM-INV-17
  Scenario: Where signatures only are believed, no trust is begun with a server that makes none
    Given alpha runs reference/1.5[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And bob is at beta
    And beta runs reference/1.5
    And bob has a file report.txt
    And bob invites alice
    When alice accepts the invite of bob
    Then alice is refused
    And alice has no contacts
    When alice asks bob for report.txt
    Then alice is refused
    And nothing is asked of bob

  @negative @OCM-SIG-01
  Scenario: A server that does not sign has no key to show
    Given alpha runs reference/1.5
    And alice is at alpha
    And a foreign server omega
    Then omega finds no keys of alpha

  @OCM-SIG-02 @OCM-SIG-03
  Scenario: Only those who verify get signed messages
    Given alpha runs reference/1.5[sign=yes]
    And alice is at alpha
    And alice has a file report.txt
    And alice has a file plan.txt
    And a foreign server omega
    And a foreign server sigma
    And sigma signs its messages
    When alice shares report.txt with mallory at omega
    And alice shares plan.txt with mallory at sigma
    Then omega has got report.txt unsigned
    And sigma has got plan.txt signed

  @OCM-SIG-02
  Scenario: A signature is asked for by the demand alone
    Given alpha runs reference/1.5[sign=yes]
    And alice is at alpha
    And alice has a file report.txt
    And a foreign server omega
    And omega describes itself with signatures demanded
    When alice shares report.txt with mallory at omega
    Then omega has got report.txt signed

  @OCM-SIG-14 @OCM-SIG-38
  Scenario: After a server has changed its key it is believed by the new one
    Given alpha runs reference/1.5[sign=yes;demand-signatures=yes]
    And beta runs reference/1.5[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    And alice has a file plan.txt
    When alice shares report.txt with bob
    And the operator of alpha changes its key
    And alice shares plan.txt with bob
    And bob accepts report.txt
    And bob accepts plan.txt
    Then bob can read plan.txt
    And beta has written down that "#key2"

  @OCM-LEG-03 @OCM-LEG-05
  Scenario: A server of version 1.2 that changes its key under the same name is believed
    Given alpha runs reference/1.2[sign=yes;demand-signatures=yes;key=ed25519]
    And beta runs reference/1.2[sign=yes;demand-signatures=yes;key=ed25519]
    And alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    And alice has a file plan.txt
    When alice shares report.txt with bob
    And the operator of alpha changes its key
    And alice shares plan.txt with bob
    And bob accepts plan.txt
    Then bob can read plan.txt

  @mixed @OCM-SIG-14 @OCM-LEG-03 @OCM-LEG-05
  Scenario: A server that signs as all versions do changes its key in both forms
    Given alpha runs reference/1.5[mode=compat;sign=yes;demand-signatures=yes]
    And beta runs reference/1.2[sign=yes;demand-signatures=yes]
    And gamma runs reference/1.5[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And bob is at beta
    And carol is at gamma
    And alice has a file report.txt
    And alice has a file plan.txt
    When alice shares report.txt with bob
    And alice shares report.txt with carol
    And the operator of alpha changes its key
    And alice shares plan.txt with bob
    And alice shares plan.txt with carol
    And bob accepts plan.txt
    And carol accepts plan.txt
    Then bob can read plan.txt
    And carol can read plan.txt

  @faults @OCM-SIG-14
  Scenario: A server keeps its key when it stops and starts
    Given alpha runs reference/1.5[sign=yes;demand-signatures=yes]
    And beta runs reference/1.5[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    And alice has a file plan.txt
    When alice shares report.txt with bob
    And alpha stops
    And alpha starts
    And alice shares plan.txt with bob
    And bob accepts plan.txt
    Then bob can read plan.txt

  @faults @OCM-SIG-38
  Scenario: News that could not be believed for now is believed later
    Given alpha runs reference/1.5[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And a foreign server omega
    And omega signs its messages
    And omega shows its keys by an error
    When omega announces report.txt to alice, signed rightly
    Then alpha does not believe it for now
    And alice sees nothing
    When omega shows its keys rightly
    And omega announces report.txt to alice again
    Then alpha takes it
    And alice sees report.txt as pending
