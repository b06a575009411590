using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Seed.Announcements;
using Portal.Web.Data.Seed.Cases;
using Portal.Web.Data.Seed.Knowledge;
using Portal.Web.Data.Seed.Points;
using Portal.Web.Data.Seed.WorkRequests;

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
        var manager = await site.AddAsync(taro);
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
        DemoAnnouncements.Add(site, SecurityNotices.Of(Service, first.Id));
        new DemoKnowledge(site, Service).Add();
        AddUse(site, first, second);
        AddCases(site, AddPoints(site, first), AddPoints(site, second));
        AddThird(site, first.Holder!, manager);
    }

    /// <summary>Another contract of the first one's holder: that one's manager works for it.</summary>
    private static void AddThird(DemoSite site, Holder holder, PortalUser manager)
    {
        var third = site.AddContract(holder, "N310000003", Service);
        (third.Kind, third.Plan, third.Credits) = ("平日日中監視", "スタンダード", 500);
        site.AddMembership(manager, third, AccountRole.Manager);
    }

    private static void AddCases(DemoSite site, DemoAskers first, DemoAskers second)
    {
        var cases = new DemoCases(site, site.Desk, site.DeskTime);
        cases.Add(first.Contract, first.People, 0);
        cases.Add(second.Contract, second.People, 1);
        var items = new DemoWorkItems(site);
        items.Add();
        new DemoWorkRequests(site, items, cases).Add(first, second);
        cases.Store();
        DemoFilters.Add(site, first.People[0]);
        DemoCannedAnswers.Add(site);
    }

    /// <summary>What the contracts have.</summary>
    private static void AddUse(DemoSite site, Contract first, Contract second)
    {
        (first.Kind, first.Plan, first.Credits, first.RenewsOn) = ("24時間365日監視", "プレミアム", 2000, site.Clock.Today.AddDays(148));
        (second.Kind, second.Plan, second.Credits, second.RenewsOn) = ("平日日中監視", "スタンダード", 500, site.Clock.Today.AddDays(39));
        site.AddOption(first, "監視対象の追加", 20);
        site.AddOption(first, "月次報告会");
        site.AddOption(first, "追加ポイント", 60);
        site.AddOption(second, "英語レポート");
    }

    /// <summary>The points that go with them; the premium plan has more, and bought some.</summary>
    private static DemoAskers AddPoints(DemoSite site, Contract contract)
    {
        var people = PeopleOf(site, contract);
        var points = new DemoPoints(site, contract, people);
        if (contract.Plan != "プレミアム")
        {
            return new DemoAskers(contract, people, points.AddThisYear(60, 0));
        }

        points.AddLastYear(120);
        return new DemoAskers(contract, people, points.AddThisYear(120, 60));
    }

    private static List<PortalUser> PeopleOf(DemoSite site, Contract contract) =>
        [.. site.Members.Where(member => member.User.ContractId == contract.Id && member.Demo.State == DemoState.Active)
            .Select(member => member.User).Take(6)];

    private static DemoUser Contact(int i, DemoPerson person, Contract contract, string domain) =>
        new($"{person.Latin}@{domain}.cs", person, contract)
        {
            Email = $"{person.Latin}@{domain}",
            EmailConfirmed = i % 8 != 7,
            Department = Workplaces[i % Workplaces.Length],
            Phone = $"03-1234-{3100 + i}",
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
