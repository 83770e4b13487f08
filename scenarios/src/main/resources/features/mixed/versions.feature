@mixed
Feature: Servers of different versions in one mesh
  A server of version 1.5 and one of 1.0 share as far as the versions allow.

  @OCM-LEG-21 @OCM-LEG-22
  Scenario: Two servers of version 1.0 share with each other
    Given beta runs reference/1.0
    And gamma runs reference/1.0
    And bob is at beta
    And carol is at gamma
    And bob has a file song.mp3
    When bob shares song.mp3 with carol
    And carol accepts song.mp3
    Then carol can read song.mp3
    And bob sees that carol accepted song.mp3

  @OCM-LEG-21 @OCM-LEG-22
  Scenario: A folder is shared between two servers of version 1.0
    Given beta runs reference/1.0
    And gamma runs reference/1.0
    And bob is at beta
    And carol is at gamma
    And bob has a folder plans with a.txt
    When bob shares plans with carol
    And carol accepts plans
    Then carol sees a.txt in plans
    And carol can read plans/a.txt

  @OCM-SHARE-46 @OCM-SHARE-47 @OCM-ACC-15 @OCM-ACC-16
  Scenario: A server of version 1.5 shares with one of version 1.0
    Given alpha runs reference/1.5[mode=compat]
    And gamma runs reference/1.0
    And alice is at alpha
    And carol is at gamma
    And alice has a file report.txt
    When alice shares report.txt with carol
    And carol accepts report.txt
    Then carol can read report.txt

  @OCM-SHARE-47 @OCM-LEG-02
  Scenario: A server of version 1.0 shares with one of version 1.5 that serves the old place too
    Given alpha runs reference/1.5[mode=compat]
    And gamma runs reference/1.0
    And alice is at alpha
    And carol is at gamma
    And carol has a file song.mp3
    When carol shares song.mp3 with alice
    And alice accepts song.mp3
    Then alice can read song.mp3
    And carol sees that alice accepted song.mp3

  @OCM-SHARE-47
  Scenario: Unsharing reaches a server of the other version
    Given alpha runs reference/1.5[mode=compat]
    And gamma runs reference/1.0
    And alice is at alpha
    And carol is at gamma
    And alice has a file report.txt
    And carol has a file song.mp3
    And alice shares report.txt with carol
    And carol shares song.mp3 with alice
    When alice unshares report.txt
    And carol unshares song.mp3
    Then carol does not see report.txt
    And alice does not see song.mp3

  @OCM-DISC-07
  Scenario: A plain server of version 1.5 finds one of version 1.0
    Given alpha runs reference/1.5
    And gamma runs reference/1.0
    And alice is at alpha
    And carol is at gamma
    And alice has a file report.txt
    When alice shares report.txt with carol
    Then carol sees report.txt as pending

  @negative @OCM-DISC-07
  Scenario: A server of version 1.0 does not find a plain one of version 1.5
    Given alpha runs reference/1.5
    And gamma runs reference/1.0
    And alice is at alpha
    And carol is at gamma
    And carol has a file song.mp3
    When carol shares song.mp3 with alice
    Then carol is refused
    And carol is told about alpha
    And alice sees nothing

  @negative @OCM-ROLE-04
  Scenario: There are no invites in version 1.0
    Given gamma runs reference/1.0
    And carol is at gamma
    And alice is at alpha
    And alice invites carol
    Then carol cannot accept the invite of alice

  @negative @OCM-ROLE-04
  Scenario: A server of version 1.0 takes no acceptance
    Given gamma runs reference/1.0
    And carol is at gamma
    And a foreign server omega
    When omega accepts the invite "a1b2c3" of gamma for mallory
    Then gamma refuses it

  @negative @OCM-DEF-14
  Scenario: A server of version 1.0 refuses what it cannot read
    Given gamma runs reference/1.0
    And carol is at gamma
    And a foreign server omega
    When omega announces song.mp3 to carol
    Then gamma refuses it
    And carol sees nothing

  @OCM-LEG-22
  Scenario: A server of version 1.5 takes a share in the form of version 1.0
    Given bob is at beta
    And a foreign server omega
    When omega announces song.mp3 to bob in the form of version 1.0
    Then beta takes it
    And bob sees song.mp3 as pending

  @OCM-LEG-21
  Scenario: A plain server of version 1.5 shares with a compatible one
    Given alpha runs reference/1.5
    And beta runs reference/1.5[mode=compat]
    And alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt

  @OCM-DISC-07
  Scenario: A server of version 1.5 is found by one of 1.0 as soon as its operator wants it
    Given alpha runs reference/1.5
    And gamma runs reference/1.0
    And alice is at alpha
    And carol is at gamma
    And carol has a file song.mp3
    When carol shares song.mp3 with alice
    Then carol is refused
    When the setting mode of alpha is changed to compat
    And carol shares song.mp3 with alice
    Then alice sees song.mp3 as pending
