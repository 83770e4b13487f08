@limits @negative
Feature: Addresses that are none
  What people type and what servers write in place of an address is refused with a reason, and nothing comes of it.

  Background:
    Given alice is at alpha
    And bob is at beta
    And a foreign server omega

  @OCM-DEF-14 @OCM-DEF-02
  Scenario Outline: Nothing is shared with <address>
    Given alice has a file report.txt
    When alice shares report.txt with the address "<address>"
    Then alice is refused
    And alice shares nothing
    And omega has got nothing
    And alpha still serves

    Examples:
      | address                    |
      | mallory\n@omega            |
      | mal\nlory@omega            |
      | @@@@@@@@@@@@@@@@           |
      | mallory@[::1               |
      | mallory@::1                |
      | mallory@[::1]:99999        |
      | mallory@[fe80::1%25eth0]   |
      | mallory@bücher .example    |
      | mallory@-bücher-.example   |
      | mallory@host..example      |
      | mallory@host.example:0x50  |
      | mallory@user:secret@       |
      | mallory@host.example?a=b   |
      | mallory@host.example#a     |
      | mallory@.                  |

  @OCM-DEF-14 @OCM-DEF-23
  Scenario Outline: A share whose <field> is "<value>"
    When omega announces song.mp3 to bob with the <field> "<value>"
    Then beta refuses it
    And bob sees nothing
    And beta still serves

    Examples:
      | field     | value                  |
      | recipient | bob                    |
      | recipient | @                      |
      | recipient | bob@                   |
      | recipient | bob\n@beta.example     |
      | recipient | bob@bob@bob@[::1       |
      | recipient | bob@[::1]              |
      | recipient | bob@bücher .example    |
      | owner     | @                      |
      | owner     | mallory                |
      | owner     | mal\nlory@omega        |
      | owner     | mallory@[::1           |
      | owner     | mallory@host .example  |
      | sender    | @                      |
      | sender    | mallory                |
      | sender    | mal\nlory@omega        |
      | sender    | mallory@[::1           |
      | sender    | mallory@host .example  |
