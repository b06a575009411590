using Portal.Rules.Delegation;
using Portal.Rules.Telephony;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Seed.Sites;

/// <summary>Home phones in the three authentication units: the line, each number, the manager and users.</summary>
internal sealed class HomePhoneDemo : IDemoSite
{
    private const string Service = "ホーム電話";

    private static readonly string[] Rooms = ["居間", "書斎", "事務所", "ファクス"];

    public string Slug => "homephone";

    public async Task FillAsync(DemoSite site)
    {
        var managed = AddContract(site, AuthenticationUnit.ManagerAndUsers, "0698765432", "0698765433", "0698765434",
            "0698765435");
        await site.AddAsync(Owner(site, managed, "4000000001") with { Role = AccountRole.Manager, Phone = "", LiveSessions = 1 });
        await site.AddAsync(Owner(site, managed, "0698765432"));
        await site.AddAsync(Owner(site, managed, "0698765433"));
        await site.AddAsync(Owner(site, managed, "0698765434") with { State = DemoState.Locked });
        await site.AddAsync(Owner(site, managed, "0698765435") with { State = DemoState.NoPassword });
        var line = AddContract(site, AuthenticationUnit.Line, "0612345678", "0612345679", "0612345680");
        await site.AddAsync(Owner(site, line, "0612345678") with { SignIns = 24 });
        var number = AddContract(site, AuthenticationUnit.Number, "0676543210", "0676543211");
        await site.AddAsync(Owner(site, number, "0676543210") with { Lockouts = 1 });
        await site.AddAsync(Owner(site, number, "0676543211"));
        var old = AddContract(site, AuthenticationUnit.Line, "0611110000");
        await site.AddAsync(Owner(site, old, "0611110000") with { State = DemoState.PasswordExpired });

        // Never had a password: the first call decides by which unit it signs in (CALL-4).
        AddContract(site, null, "0622220000", "0622220001");
        await AddMoreAsync(site);
    }

    private static async Task AddMoreAsync(DemoSite site)
    {
        for (var i = 1; i <= 18; i++)
        {
            var main = $"0620{i:000}000";
            var contract = AddContract(site, AuthenticationUnit.Line, main, $"0620{i:000}001");
            await site.AddAsync(Owner(site, contract, main) with
            {
                State = StateOf(i),
                SignIns = site.Random.Next(5, 16),
                Lockouts = i % 4 == 1 ? 1 : 0,
                LiveSessions = i % 7 == 3 ? 1 : 0
            });
        }
    }

    private static DemoState StateOf(int i) => i switch
    {
        2 => DemoState.PasswordExpiring,
        4 => DemoState.Locked,
        6 => DemoState.TemporaryPassword,
        8 => DemoState.Disabled,
        10 => DemoState.NoPassword,
        14 => DemoState.PasswordExpired,
        16 => DemoState.PasswordExpiring,
        _ => DemoState.Active,
    };

    /// <summary>The first number is the main one.</summary>
    private static Contract AddContract(DemoSite site, AuthenticationUnit? unit, params string[] numbers)
    {
        var person = site.Somebody();
        var contract = site.AddContract(site.AddHolder($"{person.FamilyName} {person.GivenName}",
            $"{person.FamilyNameKana} {person.GivenNameKana}"), $"40000000{site.Contracts + 1:00}", Service, unit);
        var line = site.AddLine(contract, numbers[0], "電話回線", "telephone", "大阪府大阪市");
        for (var i = 0; i < numbers.Length; i++)
        {
            site.AddNumber(line, numbers[i], Kind(i), i == 0 ? "" : Rooms[i % Rooms.Length]);
        }

        return contract;
    }

    private static NumberKind Kind(int i) => i switch
    {
        0 => NumberKind.Main,
        3 => NumberKind.Multiple,
        _ => NumberKind.Additional,
    };

    private static DemoUser Owner(DemoSite site, Contract contract, string number)
    {
        var person = site.Somebody();
        return new DemoUser(number, person, contract)
        {
            Phone = number,
            Email = contract.Number.EndsWith('3') ? null : $"{person.Latin}@homephone.example.jp",
            SignIns = 12
        };
    }
}
