using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Seed.Announcements;
using Portal.Web.Data.Seed.Cases;
using Portal.Web.Data.Seed.Knowledge;

namespace Portal.Web.Data.Seed.Sites;

/// <summary>Customers of a managed security service: administrators and contacts of two contracts.</summary>
internal sealed class SecurityDemo : IDemoSite
{
    private const string Service = "マネージドセキュリティサービス";

    private static readonly string[] Workplaces = ["情報システム部", "セキュリティ推進室", "経営企画部", "生産管理部", "海外事業部"];

    public string Slug => "security";

    public async Task FillAsync(DemoSite site)
    {
        var first = site.AddContract(site.AddHolder("株式会社れいじエレクトロニクス", "カブシキガイシャレイジエレクトロニクス"), "N310000001", Service);
        var second = site.AddContract(site.AddHolder("ひながた銀行協会", "ヒナガタギンコウキョウカイ"), "N310000002", Service);
        var taro = Contact(0, DemoPeople.Named("yamada", "taro"), first, "example.jp") with
        {
            Role = AccountRole.Manager,
            SignIns = 30,
            LiveSessions = 1
        };
        await site.AddAsync(taro);
        await site.AddAsync(Contact(1, DemoPeople.Named("sato", "hanako"), first, "example.jp") with
        {
            SignIns = 24,
            Lockouts = 1,
            AppSecret = DemoAccounts.AppSecret
        });
        await site.AddAsync(Contact(2, DemoPeople.Named("suzuki", "jiro"), second, "example.net") with
        {
            Role = AccountRole.Manager,
            SignIns = 18
        });
        await site.AddAsync(Contact(3, new DemoPerson("伊藤", "五郎", "イトウ", "ゴロウ", "goro.ito"), first,
            "example.jp") with
        { State = DemoState.NoPassword });
        await site.AddAsync(Contact(4, new DemoPerson("Carter", "Emily", "", "", "emily.carter"), first,
            "example.jp") with
        { Language = "en" });
        await site.AddColleaguesAsync(18,
            (i, person) => Contact(i + 5, person, first, "example.jp") with
            {
                Role = i == 9 ? AccountRole.Manager : AccountRole.Member,
                State = StateOf(i)
            });
        await site.AddColleaguesAsync(6, (i, person) => Contact(i + 23, person, second, "example.net"));
        AddCases(site, first, second);
        DemoAnnouncements.Add(site, Service, first);
        new DemoKnowledge(site, Service).Add();
    }

    private static void AddCases(DemoSite site, Contract first, Contract second)
    {
        var cases = new DemoCases(site, site.Desk, site.DeskTime);
        List<PortalUser> Of(Contract contract) => [.. site.Members.Where(member => member.User.ContractId == contract.Id
            && member.Demo.State == DemoState.Active).Select(member => member.User).Take(6)];
        cases.Add(first, Of(first), 0);
        cases.Add(second, Of(second), 1);
        cases.Store();
        DemoFilters.Add(site, Of(first)[0]);
    }

    private static DemoUser Contact(int i, DemoPerson person, Contract contract, string domain) =>
        new($"{person.Latin}@{domain}.cs", person, contract)
        {
            Email = $"{person.Latin}@{domain}",
            EmailConfirmed = i % 8 != 7,
            Department = Workplaces[i % Workplaces.Length],
            Phone = $"03-0000-{3100 + i}",
        };

    private static DemoState StateOf(int i) => i switch
    {
        2 => DemoState.Locked,
        5 => DemoState.Disabled,
        6 => DemoState.NoPassword,
        11 => DemoState.ValidityEnding,
        13 => DemoState.Disabled,
        15 => DemoState.Locked,
        _ => DemoState.Active,
    };
}
