@trust
Feature: A share that asks for a second factor
  Whoever shares may require it of servers that can ask for it; there nobody opens the share without.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt

  @OCM-MFA-01 @OCM-MFA-02 @OCM-ACC-05 @OCM-ACC-10 @OCM-SHARE-64
  Scenario Outline: Somebody with a second factor opens it, in version <version>
    Given alpha runs reference/<version>
    And beta runs reference/<version>[second-factor=enforced]
    And bob has a second factor
    When alice shares report.txt with bob, behind a second factor
    And bob accepts report.txt
    And bob passes the second factor
    Then bob can read report.txt

    Examples:
      | version |
      | 1.2     |
      | 1.3     |
      | 1.4     |
      | 1.5     |

  @negative @OCM-MFA-02 @OCM-MFA-03 @OCM-ACC-05 @OCM-ACC-10
  Scenario: Nobody opens it before the second factor is passed
    Given alpha speaks OCM 1.2 or newer
    And beta runs reference/1.5[second-factor=enforced]
    And bob has a second factor
    And alice shares report.txt with bob, behind a second factor
    When bob accepts report.txt
    Then bob cannot read report.txt
    And beta gives the reason "bob has not passed a second factor"

  @negative @OCM-MFA-03 @OCM-ACC-10
  Scenario: Somebody without a second factor does not open it
    Given alpha speaks OCM 1.2 or newer
    And beta runs reference/1.5[second-factor=enforced]
    And alice shares report.txt with bob, behind a second factor
    And bob accepts report.txt
    When bob passes the second factor
    Then bob is refused
    And bob cannot read report.txt

  @negative @OCM-MFA-02 @OCM-ACC-05
  Scenario: A foreign server's demand is honoured
    Given a foreign server omega
    And beta runs reference/1.5[second-factor=enforced]
    And omega announces song.mp3 to bob with the requirement "must-use-mfa"
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And beta gives the reason "bob has not passed a second factor"

  @negative @OCM-MFA-03
  Scenario: A restart ends what was passed
    Given alpha speaks OCM 1.2 or newer
    And beta runs reference/1.5[second-factor=enforced]
    And bob has a second factor
    And alice shares report.txt with bob, behind a second factor
    And bob accepts report.txt
    And bob passes the second factor
    And bob can read report.txt
    When beta stops
    And beta starts
    Then bob cannot read report.txt

  @negative @OCM-SHARE-61 @OCM-YAML-01
  Scenario: A server that cannot ask for a second factor takes no such share
    Given a foreign server omega
    When omega announces song.mp3 to bob with the requirement "must-use-mfa"
    Then beta refuses it as not supported
    And bob sees nothing

  @negative @OCM-SHARE-64
  Scenario: Nothing is shared so with a server that cannot ask
    When alice shares report.txt with bob, behind a second factor
    Then alice is refused
    And alice is told about beta
    And bob sees nothing
    And alice shares nothing

  @negative @OCM-SHARE-64 @OCM-LEG-08
  Scenario: Nothing is shared so in a version that has no word for it
    Given beta runs reference/1.1
    When alice shares report.txt with bob, behind a second factor
    Then alice is refused
    And bob sees nothing

  @OCM-SHARE-64
  Scenario: What asks for no second factor opens without
    Given alpha speaks OCM 1.2 or newer
    And beta runs reference/1.5[second-factor=enforced]
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt

  @OCM-DISC-28
  Scenario Outline: A server of <version> says that it can ask
    Given a foreign server omega
    And beta runs reference/<version>[second-factor=enforced]
    When omega looks up beta
    Then omega finds that beta can do enforce-mfa

    Examples:
      | version |
      | 1.2     |
      | 1.3     |
      | 1.5     |
