using Portal.Rules.Delegation;
using Portal.Rules.Telephony;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Seed.Sites;

/// <summary>
/// Small offices with 050 numbers: administrator IDs, the users of the numbers, managers by e-mail address.
/// </summary>
internal sealed class OfficePhoneDemo : IDemoSite
{
    private const string Service = "オフィス電話 050番号";

    private static readonly string[] Departments = ["代表", "営業", "総務", "経理", "受付"];

    public string Slug => "officephone";

    public async Task FillAsync(DemoSite site)
    {
        var first = site.AddContract(site.AddHolder("れいじ税理士事務所", "レイジゼイリシジムショ"), "05011110000", Service);
        var second = site.AddContract(site.AddHolder("合同会社みほん工務店", "ゴウドウガイシャミホンコウムテン"), "05022220000", Service);
        var makoto = await AddAdministratorAsync(site, "A0500001", first, DemoPeople.Named("sato", "makoto"), DemoState.Active);
        var yumiko = await AddAdministratorAsync(site, "A0500002", second, DemoPeople.Named("goto", "yumiko"), DemoState.Active);
        for (var i = 1; i <= 5; i++)
        {
            await AddUserAsync(site, first, $"0501111{i:0000}", i, site.Somebody(), i == 3 ? DemoState.LockedForLong : DemoState.Active);
        }

        await site.AddColleaguesAsync(18, (i, person) => User(site, second, $"0502222{i + 1:0000}", i, person, StateOf(i)));
        await AddMultipleNumberAsync(site, second);
        var others = await AddMoreAsync(site);
        await new OfficePhoneLinks(site).AddAsync(makoto, yumiko, others);
    }

    /// <summary>A number of the kind that the list of IDs leaves out (LINK-2).</summary>
    private static Task<PortalUser> AddMultipleNumberAsync(DemoSite site, Contract contract)
    {
        const string Number = "05022229990";
        site.AddNumber(site.AddLine(contract, Number, Departments[0], "user"), Number, NumberKind.Multiple, Departments[0]);
        return site.AddAsync(new DemoUser(Number, site.Somebody(), contract)
        {
            Door = "user",
            Department = Departments[0],
            Phone = Number
        });
    }

    /// <returns>Their administrator IDs, each in another state.</returns>
    private static async Task<IReadOnlyList<PortalUser>> AddMoreAsync(DemoSite site)
    {
        var administrators = new List<PortalUser>();
        string[] holders = ["かくう設計株式会社", "さんぷる歯科医院", "株式会社れいじ印刷", "ひながた不動産株式会社", "みほん司法書士事務所"];
        for (var i = 0; i < holders.Length; i++)
        {
            var contract = site.AddContract(site.AddHolder(holders[i], ""), $"0503{i + 3}330000", Service,
                status: i == 4 ? ContractStatus.Suspended : ContractStatus.Active);
            administrators.Add(await AddAdministratorAsync(site, $"A05000{i + 3:00}", contract, site.Somebody(),
                i switch { 1 => DemoState.TemporaryPassword, 2 => DemoState.Locked, 3 => DemoState.Disabled, _ => DemoState.Active }));
            await AddUserAsync(site, contract, $"0503{i + 3}330001", i, site.Somebody(), DemoState.Active);
        }

        return administrators;
    }

    private static Task<PortalUser> AddAdministratorAsync(
        DemoSite site, string id, Contract contract, DemoPerson person, DemoState state) =>
        site.AddAsync(new DemoUser(id, person, contract)
        {
            Role = AccountRole.Manager,
            State = state,
            Department = "管理者",
            Email = $"{id.ToUpperInvariant()}@officephone.example.jp",
            SignIns = 18,
            Lockouts = 1
        });

    private static Task<PortalUser> AddUserAsync(
        DemoSite site, Contract contract, string number, int i, DemoPerson person, DemoState state) =>
        site.AddAsync(User(site, contract, number, i, person, state));

    private static DemoUser User(DemoSite site, Contract contract, string number, int i, DemoPerson person, DemoState state)
    {
        var department = Departments[i % Departments.Length];
        site.AddNumber(site.AddLine(contract, number, department, "user"), number, NumberKind.Additional, department);
        return new DemoUser(number, person, contract)
        {
            Door = "user",
            State = state,
            Department = department,
            Phone = number,
            Email = i % 2 == 0 ? $"{person.Latin}@officephone.example.jp" : null,
            EmailConfirmed = i % 6 != 2,
            WantsSecondFactor = i == 14
        };
    }

    private static DemoState StateOf(int i) => i switch
    {
        3 => DemoState.Locked,
        5 => DemoState.TemporaryPassword,
        8 => DemoState.Disabled,
        9 => DemoState.MustChange,
        12 => DemoState.NoPassword,
        _ => DemoState.Active,
    };
}
