using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Seed.Sites;

/// <summary>Members of a rental service: login IDs, each with the addresses of several colleagues.</summary>
internal sealed class RentalDemo : IDemoSite
{
    private const string Service = "レンタル会員";
    private const int MostOnOneLoginId = 10;

    public string Slug => "rental";

    public async Task FillAsync(DemoSite site)
    {
        var first = site.AddContract(site.AddHolder("株式会社みほんイベント企画", "カブシキガイシャミホンイベントキカク"), "R100001", Service);
        var taro = new DemoUser("R100001", DemoPeople.Named("yamada", "taro"), first)
        {
            Email = "taro@rental.example.jp",
            SignIns = 28,
            Lockouts = 1,
            LiveSessions = 1
        };
        await site.AddAsync(taro);
        await site.AddAsync(taro with
        {
            Person = DemoPeople.Named("tanaka", "hanako"),
            Email = "hanako@rental.example.jp",
            WantsSecondFactor = true,
            Lockouts = 0,
            LiveSessions = 0,
            SignIns = 21
        });
        await site.AddColleaguesAsync(5, (i, person) => Colleague(i, person, first));
        var migrated = site.AddContract(site.AddHolder("かくう会議室株式会社", "カクウカイギシツカブシキガイシャ"), "R100002", Service);
        await site.AddAsync(new DemoUser("R100002", new DemoPerson("小川", "三郎", "オガワ", "サブロウ", "saburo"),
            migrated)
        { Email = "saburo@rental.example.jp", State = DemoState.MustChange });
        var full = site.AddContract(site.AddHolder("れいじ大学 生活協同部", "レイジダイガクセイカツキョウドウブ"), "R100003", Service);
        await site.AddColleaguesAsync(MostOnOneLoginId, (i, person) => Colleague(i + 5, person, full));
        await site.AddColleaguesAsync(4, (i, person) => Colleague(i + 15, person, migrated) with { State = DemoState.MustChange });
    }

    private static DemoUser Colleague(int i, DemoPerson person, Contract contract) => new(contract.Number, person, contract)
    {
        Email = $"{person.Latin}@rental.example.jp",
        EmailConfirmed = i % 7 != 6,
        WantsSecondFactor = i % 4 == 2,
        State = i switch
        {
            3 => DemoState.Locked,
            4 => DemoState.NoPassword,
            8 => DemoState.Disabled,
            10 => DemoState.NoPassword,
            _ => DemoState.Active,
        },
    };
}
