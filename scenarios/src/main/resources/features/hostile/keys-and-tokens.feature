@hostile @negative
Feature: Servers whose keys and tokens lead astray
  Where keys and tokens are to be had, and what comes from there, is looked at like everything that others say. A share
  whose sender's keys cannot be had is not believed; a secret whose place is not to be called is shown to nobody.

  Background:
    Given alpha runs reference/1.5[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And beta runs reference/1.5[exchange=yes]
    And bob is at beta
    And a foreign server omega
    And omega signs its messages

  @OCM-DISC-39 @OCM-SIG-38
  Scenario Outline: Keys that lie at <address>
    Given omega says that its keys are at the address <address>
    When omega announces report.txt to alice, signed rightly
    Then alpha does not believe it
    And alpha gives the reason "<why>"
    And nobody was called at <host>
    And alice sees nothing
    And alpha still serves

    Examples:
      | address                      | host             | why                   |
      | https://127.0.0.1/keys       | 127.0.0.1        | a loopback address    |
      | https://[::1]/keys           | [::1]            | a loopback address    |
      | https://169.254.169.254/keys | 169.254.169.254  | a link-local address  |
      | https://10.0.0.7/keys        | 10.0.0.7         | a private address     |
      | https://vault.internal/keys  | vault            | of a local network    |
      | https://omega.example:25/k   | omega.example:25 | another service       |

  @OCM-DISC-40 @OCM-SIG-38
  Scenario: Keys in the clear
    Given omega says that its keys are at the address http://cloud.example.org/keys
    When omega announces report.txt to alice, signed rightly
    Then alpha does not believe it
    And nobody was called at cloud.example.org
    And alice sees nothing

  @OCM-DISC-39 @OCM-SIG-38
  Scenario: Keys inside the private network
    Given a server vault inside the private network
    And omega says that its keys are at vault
    When omega announces report.txt to alice, signed rightly
    Then alpha does not believe it for now
    And alpha gives the reason "a private address"
    And vault was asked nothing
    And alice sees nothing
    And alpha still serves

  @OCM-DISC-41
  Scenario: Keys at another server, for a server that goes to none
    Given alpha runs reference/1.5[sign=yes;demand-signatures=yes;places=own-host]
    And a foreign server sigma
    And sigma keeps the keys of omega
    When omega announces report.txt to alice, signed rightly
    Then alpha does not believe it
    And alpha gives the reason "at its own host only"
    And sigma was asked nothing
    And alice sees nothing

  @OCM-SIG-38
  Scenario: A name that leads to another address when its keys are fetched
    Given a server vault inside the private network
    And the name of omega leads to vault the second time
    When omega announces report.txt to alice, signed rightly
    Then alpha does not believe it for now
    And alpha gives the reason "leads to 10.0.0.7, a private address"
    And vault was asked nothing
    And alice sees nothing
    And alpha still serves

  @OCM-SIG-38
  Scenario Outline: Keys that are at <address> all of a sudden
    Given omega sends those who want its keys to the address <address>
    When omega announces report.txt to alice, signed rightly
    Then alpha does not believe it
    And alpha gives the reason "<why>"
    And nobody was called at <host>
    And alice sees nothing
    And alpha still serves

    Examples:
      | address                        | host            | why               |
      | https://127.0.0.1/keys         | 127.0.0.1       | to another server |
      | https://169.254.169.254/latest | 169.254.169.254 | to another server |
      | /.well-known/jwks.json         | nowhere         | to where it came from |

  @OCM-SIG-38 @OCM-DEF-23
  Scenario: Keys without end
    Given omega shows its keys without end
    When omega announces report.txt to alice, signed rightly
    Then alpha does not believe it
    And alpha gives the reason "larger than"
    And alice sees nothing
    And alpha still serves

  @OCM-SIG-38 @OCM-DEF-23
  Scenario: Keys that come one byte a second
    Given omega shows its keys one byte a second
    When omega announces report.txt to alice, signed rightly
    And 10 seconds pass
    Then alpha gives the reason "in time"
    And it took less than 2 minutes
    And alice sees nothing
    And alpha still serves

  @OCM-SEC-04 @OCM-SEC-07 @OCM-DISC-45
  Scenario Outline: Tokens that are to be had at <address>
    Given omega says that its tokens are to be had at the address <address>
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And beta gives the reason "nothing was sent there"
    And nobody was called at <host>
    And omega was not asked for its files
    And beta still serves

    Examples:
      | address                       | host             |
      | https://127.0.0.1/token       | 127.0.0.1        |
      | https://169.254.169.254/token | 169.254.169.254  |
      | https://vault.internal/token  | vault            |
      | https://omega.example:25/t    | omega.example:25 |
      | http://cloud.example.org/t    | cloud.example.org |

  @OCM-SEC-04 @OCM-SEC-07
  Scenario: Messages and tokens inside the private network
    Given a server vault inside the private network
    And omega says that its tokens are to be had at vault
    And omega takes its messages at vault
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And beta gives the reason "leads to 10.0.0.7, a private address"
    And vault was asked nothing
    And beta still serves

  @OCM-SEC-04 @OCM-SEC-07
  Scenario: Messages and tokens at another server, for a server that goes to none
    Given beta runs reference/1.5[exchange=yes;places=own-host]
    And a foreign server sigma
    And omega says that its tokens are to be had at sigma
    And omega takes its messages at sigma
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And beta gives the reason "at its own host only"
    And sigma was asked nothing
    And beta still serves

  @OCM-SEC-07 @OCM-TOKEN-08
  Scenario: A code is not handed on to where the token end point points
    Given a foreign server sigma
    And omega exchanges tokens
    And omega sends those who want a token to sigma
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And beta gives the reason "did not follow a redirect"
    And sigma was asked nothing
    And omega was not asked for its files
    And beta still serves

  @OCM-SEC-07
  Scenario: A code is not handed on into the server's own network
    Given omega exchanges tokens
    And omega sends those who want a token to the address https://127.0.0.1/token
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And nobody was called at 127.0.0.1
    And beta still serves

  @OCM-DEF-23
  Scenario: A token without end
    Given omega exchanges tokens
    And omega answers token requests without end
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And omega was not asked for its files
    And beta still serves

  @OCM-DEF-23
  Scenario: A token that comes one byte a second
    Given omega exchanges tokens
    And omega answers token requests one byte a second
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And it took less than 3 minutes
    And omega was not asked for its files
    And beta still serves
