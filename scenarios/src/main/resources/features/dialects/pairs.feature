@dialects
Feature: Servers of every version, each with each
  Whoever finds the other's document shares with them in the newest words that both understand. A server of 1.0 or 1.1
  looks for the document at its old place only, which is gone since 1.4 and kept by a server of 1.5 in mode compat; one of
  before that has none at all.

  Background:
    Given alice is at alpha
    And bob is at beta

  @OCM-SHARE-47 @OCM-LEG-02 @OCM-LEG-21 @OCM-NSHARE-03 @OCM-LEG-10 @OCM-LEG-17 @OCM-LEG-09 @OCM-LEG-18 @OCM-YAML-10
  Scenario Outline: <from> shares with <to>
    Given alpha runs <from>
    And beta runs <to>
    And alice has a file report.txt
    When alice shares report.txt with bob
    Then bob sees report.txt as pending
    When bob accepts report.txt
    Then alice sees that bob accepted report.txt
    And bob can read report.txt
    When alice unshares report.txt
    Then bob does not see report.txt
    And bob cannot read report.txt
    And alice shares nothing

    Examples:
      | from                       | to                         |
      | reference/ocs              | reference/ocs              |
      | reference/1.0              | reference/1.0              |
      | reference/1.0              | reference/1.1              |
      | reference/1.0              | reference/1.2              |
      | reference/1.0              | reference/1.3              |
      | reference/1.0              | reference/1.5[mode=compat] |
      | reference/1.1              | reference/1.0              |
      | reference/1.1              | reference/1.1              |
      | reference/1.1              | reference/1.2              |
      | reference/1.1              | reference/1.3              |
      | reference/1.1              | reference/1.5[mode=compat] |
      | reference/1.2              | reference/1.0              |
      | reference/1.2              | reference/1.1              |
      | reference/1.2              | reference/1.2              |
      | reference/1.2              | reference/1.3              |
      | reference/1.2              | reference/1.4              |
      | reference/1.2              | reference/1.5[mode=compat] |
      | reference/1.3              | reference/1.0              |
      | reference/1.3              | reference/1.1              |
      | reference/1.3              | reference/1.2              |
      | reference/1.3              | reference/1.3              |
      | reference/1.3              | reference/1.4              |
      | reference/1.3              | reference/1.5[mode=compat] |
      | reference/1.4              | reference/1.2              |
      | reference/1.4              | reference/1.3              |
      | reference/1.4              | reference/1.4              |
      | reference/1.4              | reference/1.5[mode=compat] |
      | reference/1.5[mode=compat] | reference/1.0              |
      | reference/1.5[mode=compat] | reference/1.1              |
      | reference/1.5[mode=compat] | reference/1.2              |
      | reference/1.5[mode=compat] | reference/1.3              |
      | reference/1.5[mode=compat] | reference/1.4              |
      | reference/1.5[mode=compat] | reference/1.5[mode=compat] |

  @negative @OCM-SHARE-47 @OCM-LEG-02
  Scenario Outline: What <from> shares arrives at <to>, which does not find the way back
    Given alpha runs <from>
    And beta runs <to>
    And alice has a file report.txt
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob cannot read report.txt
    And alice sees that bob has not answered report.txt
    When alice unshares report.txt
    Then bob does not see report.txt

    Examples:
      | from          | to            |
      | reference/1.4 | reference/1.0 |
      | reference/1.4 | reference/1.1 |

  @negative @OCM-SHARE-47 @OCM-LEG-02
  Scenario Outline: <from> cannot share with <to>
    Given alpha runs <from>
    And beta runs <to>
    And alice has a file report.txt
    When alice shares report.txt with bob
    Then alice is refused
    And alice is told about beta
    And alice is told about <reason>
    And bob sees nothing
    And alice shares nothing

    Examples:
      | from                       | to                         | reason    |
      | reference/ocs              | reference/1.0              | 404       |
      | reference/ocs              | reference/1.1              | 404       |
      | reference/ocs              | reference/1.2              | 404       |
      | reference/ocs              | reference/1.3              | 404       |
      | reference/ocs              | reference/1.4              | 404       |
      | reference/ocs              | reference/1.5[mode=compat] | 404       |
      | reference/1.0              | reference/ocs              | discovery |
      | reference/1.0              | reference/1.4              | discovery |
      | reference/1.1              | reference/ocs              | discovery |
      | reference/1.1              | reference/1.4              | discovery |
      | reference/1.2              | reference/ocs              | discovery |
      | reference/1.3              | reference/ocs              | discovery |
      | reference/1.4              | reference/ocs              | discovery |
      | reference/1.5[mode=compat] | reference/ocs              | discovery |

  @negative @OCM-NSHARE-01 @OCM-NSHARE-07 @OCM-LEG-18 @OCM-YAML-10
  Scenario Outline: <from> hears that somebody at <to> declined
    Given alpha runs <from>
    And beta runs <to>
    And alice has a file report.txt
    When alice shares report.txt with bob
    And bob declines report.txt
    Then alice sees that bob declined report.txt
    And bob cannot read report.txt

    Examples:
      | from                       | to                         |
      | reference/ocs              | reference/ocs              |
      | reference/1.0              | reference/1.0              |
      | reference/1.0              | reference/1.1              |
      | reference/1.0              | reference/1.2              |
      | reference/1.0              | reference/1.3              |
      | reference/1.0              | reference/1.5[mode=compat] |
      | reference/1.1              | reference/1.0              |
      | reference/1.1              | reference/1.1              |
      | reference/1.1              | reference/1.2              |
      | reference/1.1              | reference/1.3              |
      | reference/1.1              | reference/1.5[mode=compat] |
      | reference/1.2              | reference/1.0              |
      | reference/1.2              | reference/1.1              |
      | reference/1.2              | reference/1.2              |
      | reference/1.2              | reference/1.3              |
      | reference/1.2              | reference/1.4              |
      | reference/1.2              | reference/1.5[mode=compat] |
      | reference/1.3              | reference/1.0              |
      | reference/1.3              | reference/1.1              |
      | reference/1.3              | reference/1.2              |
      | reference/1.3              | reference/1.3              |
      | reference/1.3              | reference/1.4              |
      | reference/1.3              | reference/1.5[mode=compat] |
      | reference/1.4              | reference/1.2              |
      | reference/1.4              | reference/1.3              |
      | reference/1.4              | reference/1.4              |
      | reference/1.4              | reference/1.5[mode=compat] |
      | reference/1.5[mode=compat] | reference/1.0              |
      | reference/1.5[mode=compat] | reference/1.1              |
      | reference/1.5[mode=compat] | reference/1.2              |
      | reference/1.5[mode=compat] | reference/1.3              |
      | reference/1.5[mode=compat] | reference/1.4              |
      | reference/1.5[mode=compat] | reference/1.5[mode=compat] |

  @invite @OCM-INV-04 @OCM-INV-33 @OCM-LEG-11
  Scenario Outline: <from> invites somebody at <to>
    Given alpha runs <from>
    And beta runs <to>
    When alice invites bob
    And bob accepts the invite of alice
    Then bob has alice as a contact
    And alice has bob as a contact

    Examples:
      | from                       | to                         |
      | reference/1.1              | reference/1.1              |
      | reference/1.1              | reference/1.2              |
      | reference/1.1              | reference/1.3              |
      | reference/1.1              | reference/1.4              |
      | reference/1.1              | reference/1.5[mode=compat] |
      | reference/1.2              | reference/1.1              |
      | reference/1.2              | reference/1.2              |
      | reference/1.2              | reference/1.3              |
      | reference/1.2              | reference/1.4              |
      | reference/1.2              | reference/1.5[mode=compat] |
      | reference/1.3              | reference/1.1              |
      | reference/1.3              | reference/1.2              |
      | reference/1.3              | reference/1.3              |
      | reference/1.3              | reference/1.4              |
      | reference/1.3              | reference/1.5[mode=compat] |
      | reference/1.4              | reference/1.2              |
      | reference/1.4              | reference/1.3              |
      | reference/1.4              | reference/1.4              |
      | reference/1.4              | reference/1.5[mode=compat] |
      | reference/1.5[mode=compat] | reference/1.1              |
      | reference/1.5[mode=compat] | reference/1.2              |
      | reference/1.5[mode=compat] | reference/1.3              |
      | reference/1.5[mode=compat] | reference/1.4              |
      | reference/1.5[mode=compat] | reference/1.5[mode=compat] |

  @invite @negative @OCM-INV-04 @OCM-LEG-02
  Scenario Outline: <from> invites in vain somebody at <to>
    Given alpha runs <from>
    And beta runs <to>
    When alice invites bob
    Then bob cannot accept the invite of alice
    And the invite of alice is open
    And alice has no contacts

    Examples:
      | from                       | to            |
      | reference/1.1              | reference/ocs |
      | reference/1.1              | reference/1.0 |
      | reference/1.2              | reference/ocs |
      | reference/1.2              | reference/1.0 |
      | reference/1.3              | reference/ocs |
      | reference/1.3              | reference/1.0 |
      | reference/1.4              | reference/ocs |
      | reference/1.4              | reference/1.0 |
      | reference/1.4              | reference/1.1 |
      | reference/1.5[mode=compat] | reference/ocs |
      | reference/1.5[mode=compat] | reference/1.0 |

  @invite @negative @OCM-INV-04
  Scenario Outline: <from> knows no invites
    Given alpha runs <from>
    Then alice cannot invite bob

    Examples:
      | from          |
      | reference/ocs |
      | reference/1.0 |
