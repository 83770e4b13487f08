@at-once
Feature: People who act at the same time
  Whatever the order in which their messages meet, each of them is told the truth and both servers agree.

  Background:
    Given alice is at alpha
    And bob is at beta
    And carol is at gamma
    And dave is at beta
    And alice has a file report.txt
    And carol has a file song.mp3

  @share @OCM-DISC-27 @OCM-SHARE-97
  Scenario: Six people share with one at once
    Given erin is at gamma
    And frank is at delta
    And grace is at delta
    And heidi is at epsilon
    And erin has a file list.txt
    And frank has a file plan.txt
    And grace has a file map.txt
    And heidi has a file poem.txt
    When at the same time:
      | alice shares report.txt with bob |
      | carol shares song.mp3 with bob   |
      | erin shares list.txt with bob    |
      | frank shares plan.txt with bob   |
      | grace shares map.txt with bob    |
      | heidi shares poem.txt with bob   |
    Then bob sees 6 shares
    And bob sees report.txt as pending
    And bob sees poem.txt as pending

  @share @OCM-SHARE-01 @OCM-SHARE-25
  Scenario: One person shares with four at once
    Given erin is at gamma
    When at the same time:
      | alice shares report.txt with bob   |
      | alice shares report.txt with dave  |
      | alice shares report.txt with carol |
      | alice shares report.txt with erin  |
    Then bob sees report.txt as pending
    And dave sees report.txt as pending
    And carol sees report.txt as pending
    And erin sees report.txt as pending
    And alice shares 4 things

  @share @OCM-SHARE-25 @OCM-DISC-27
  Scenario: One person shares many things with one at once
    Given alice has a file a.txt
    And alice has a file b.txt
    And alice has a file c.txt
    And alice has a file d.txt
    When at the same time:
      | alice shares report.txt with bob |
      | alice shares a.txt with bob      |
      | alice shares b.txt with bob      |
      | alice shares c.txt with bob      |
      | alice shares d.txt with bob      |
      | alice shares a.txt with dave     |
      | alice shares b.txt with dave     |
      | alice shares c.txt with dave     |
    Then bob sees 5 shares
    And dave sees 3 shares
    And alice shares 8 things

  @share @OCM-ROLE-03
  Scenario: Two people share with each other at once
    Given bob has a file notes.txt
    When at the same time:
      | alice shares report.txt with bob |
      | bob shares notes.txt with alice  |
    Then bob sees report.txt as pending
    And alice sees notes.txt as pending

  @share @notification @OCM-NSHARE-01 @OCM-NSHARE-02 @OCM-DEF-20
  Scenario: A share is taken back while it is accepted
    Given alice shares report.txt with bob
    When at the same time:
      | alice unshares report.txt |
      | bob accepts report.txt    |
    Then bob does not see report.txt
    And alice shares nothing
    And bob cannot read report.txt

  @share @notification @OCM-NSHARE-01 @OCM-NSHARE-02
  Scenario: A share is taken back while it is declined
    Given alice shares report.txt with bob
    When at the same time:
      | alice unshares report.txt |
      | bob declines report.txt   |
    Then bob cannot read report.txt
    And alice shares nothing

  @share @notification @OCM-NSHARE-01
  Scenario: A share is accepted and declined at once
    Given alice shares report.txt with bob
    When at the same time:
      | bob accepts report.txt  |
      | bob declines report.txt |
    Then bob and alice agree about report.txt

  @share @OCM-NSHARE-01
  Scenario: A share is accepted twice at once
    Given alice shares report.txt with bob
    When at the same time:
      | bob accepts report.txt |
      | bob accepts report.txt |
    Then alice sees that bob accepted report.txt
    And bob can read report.txt

  @share @OCM-NSHARE-02
  Scenario: A share is taken back twice at once
    Given alice shares report.txt with bob
    When at the same time:
      | alice unshares report.txt |
      | alice unshares report.txt |
      | bob accepts report.txt    |
    Then bob does not see report.txt
    And alice shares nothing

  @share @notification @OCM-NSHARE-01 @OCM-NSHARE-02
  Scenario: Everybody answers and takes back at once
    Given alice has a file a.txt
    And alice has a file b.txt
    And alice shares report.txt with bob
    And alice shares a.txt with bob
    And alice shares b.txt with dave
    And carol shares song.mp3 with bob
    And carol shares song.mp3 with dave
    When at the same time:
      | alice unshares report.txt |
      | bob accepts report.txt    |
      | bob accepts a.txt         |
      | dave declines b.txt       |
      | bob declines song.mp3     |
      | dave accepts song.mp3     |
    Then bob cannot read report.txt
    And alice sees that bob accepted a.txt
    And alice sees that dave declined b.txt
    And carol sees that bob declined song.mp3
    And carol sees that dave accepted song.mp3

  @access @OCM-ACC-14 @OCM-ACC-31
  Scenario: One file is read by many at once
    Given erin is at gamma
    And alice has a folder plans with a.txt and b.txt
    And alice shares plans with bob
    And alice shares plans with dave
    And alice shares plans with carol
    And alice shares plans with erin
    And bob accepts plans
    And dave accepts plans
    And carol accepts plans
    And erin accepts plans
    When at the same time:
      | bob reads plans/a.txt   |
      | dave reads plans/a.txt  |
      | carol reads plans/a.txt |
      | erin reads plans/a.txt  |
      | bob reads plans/b.txt   |
      | dave reads plans/b.txt  |
      | carol reads plans/b.txt |
      | erin reads plans/b.txt  |
    Then bob has read plans/b.txt
    And dave has read plans/b.txt
    And carol has read plans/b.txt
    And erin has read plans/b.txt
    And carol can read plans/b.txt

  @access @OCM-SHARE-59
  Scenario: Two people write one file at once
    Given alice shares report.txt with bob to read and write
    And alice shares report.txt with carol to read and write
    And bob accepts report.txt
    And carol accepts report.txt
    When at the same time:
      | bob writes report.txt   |
      | carol writes report.txt |
    Then alice finds in report.txt what bob or carol wrote

  @access @OCM-SHARE-56 @OCM-SHARE-59
  Scenario: Two people add files to one folder at once
    Given alice has a folder plans with a.txt
    And alice shares plans with bob to read and write
    And alice shares plans with carol to read and write
    And bob accepts plans
    And carol accepts plans
    When at the same time:
      | bob writes plans/b.txt   |
      | carol writes plans/c.txt |
    Then alice sees a.txt, b.txt and c.txt in plans
    And alice finds in plans/b.txt what bob wrote
    And alice finds in plans/c.txt what carol wrote

  @access @OCM-SHARE-59
  Scenario: Two people make the same folder at once
    Given alice has a folder plans with a.txt
    And alice shares plans with bob to read and write
    And alice shares plans with carol to read and write
    And bob accepts plans
    And carol accepts plans
    When at the same time:
      | bob makes the folder plans/new   |
      | carol makes the folder plans/new |
    Then alice sees a.txt and new in plans
    And one of bob and carol is told that it is done

  @access @OCM-ACC-14
  Scenario: A file is read while it is written
    Given alice shares report.txt with bob
    And bob accepts report.txt
    When at the same time:
      | alice writes report.txt |
      | bob reads report.txt    |
    Then bob has read report.txt before or after the change

  @invite @negative @OCM-DEF-04
  Scenario: Two people accept one invite at once
    Given alice invites somebody
    When at the same time:
      | bob accepts the invite of alice   |
      | carol accepts the invite of alice |
    Then one of bob and carol is told that it is done
    And one of bob and carol is refused
    And alice has 1 contact

  @invite @OCM-INV-10 @OCM-DEF-04
  Scenario: Four people accept four invites of one at once
    Given erin is at delta
    And alice invites bob
    And bob invites alice
    And carol invites alice
    And dave invites alice
    And erin invites alice
    When at the same time:
      | alice accepts the invite of bob   |
      | alice accepts the invite of carol |
      | alice accepts the invite of dave  |
      | alice accepts the invite of erin  |
      | bob accepts the invite of alice   |
    Then alice has 4 contacts
    And alice has carol as a contact
    And erin has alice as a contact

  @invite @OCM-DEF-04
  Scenario: An invite is withdrawn while it is accepted
    Given alice invites bob
    When at the same time:
      | alice withdraws the invite       |
      | bob accepts the invite of alice  |
    Then one of alice and bob is told that it is done
    And one of alice and bob is refused

  @invite @OCM-INV-33
  Scenario: Two people invite each other and accept at once
    Given alice invites bob
    And bob invites alice
    When at the same time:
      | bob accepts the invite of alice |
      | alice accepts the invite of bob |
    Then alice has bob as a contact
    And bob has alice as a contact
    And alice has 1 contact
    And bob has 1 contact

  @share @faults @OCM-SHARE-97 @OCM-DEF-06
  Scenario: A server stops while it is shared with
    When at the same time:
      | alice shares report.txt with bob |
      | beta stops                       |
    And beta starts
    Then within 1 day, what alice was told about report.txt and bob is true

  @share @group @OCM-NSHARE-01 @OCM-SHARE-31
  Scenario: The members of a group answer at once
    Given alpha speaks OCM 1.0 or newer
    And erin is at beta
    And beta has a group physicists with dave and erin
    And alice shares report.txt with the group physicists at beta
    When at the same time:
      | dave accepts report.txt  |
      | erin accepts report.txt  |
    Then dave can read report.txt
    And erin can read report.txt
    And alice sees that physicists accepted report.txt
