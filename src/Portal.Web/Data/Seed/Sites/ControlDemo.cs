using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Seed.Announcements;

namespace Portal.Web.Data.Seed.Sites;

/// <summary>Network operators: two contracts with parents, children and lines.</summary>
internal sealed class ControlDemo : IDemoSite
{
    private const string Service = "広域ネットワーク回線サービス";

    private static readonly string[] Departments = ["ネットワーク運用課", "設備管理課", "東日本監視センター", "西日本監視センター", "情報システム部"];

    private static readonly (string Name, string Location)[] Ends =
    [
        ("本社", "東京都港区"), ("大阪支社", "大阪府大阪市北区"), ("名古屋支店", "愛知県名古屋市中区"), ("福岡支店", "福岡県福岡市博多区"), ("札幌支店", "北海道札幌市中央区"), ("仙台支店", "宮城県仙台市青葉区"),
        ("広島営業所", "広島県広島市中区"), ("横浜倉庫", "神奈川県横浜市鶴見区"), ("千葉倉庫", "千葉県市川市"), ("神戸倉庫", "兵庫県神戸市中央区"), ("データセンターA", "東京都江東区"),
            ("データセンターB", "大阪府茨木市"),
    ];

    private static readonly string[] Bandwidths = ["10 Mbps", "100 Mbps", "300 Mbps", "1 Gbps"];

    public string Slug => "control";

    public async Task FillAsync(DemoSite site)
    {
        var first = site.AddContract(site.AddHolder("みほん物流株式会社", "ミホンブツリュウカブシキガイシャ"), "C-100001", Service);
        var second = site.AddContract(site.AddHolder("株式会社かくう製作所", "カブシキガイシャカクウセイサクショ"), "C-100002", Service);
        AddLines(site, first, "L-100001", 24);
        AddLines(site, second, "L-100002", 9);
        await AddFirstAsync(site, first);
        await AddSecondAsync(site, second);
        DemoAnnouncements.Add(site, ControlNotices.Of(first.Id));
    }

    private static async Task AddFirstAsync(DemoSite site, Contract contract)
    {
        var parent = new DemoUser("N0001001", DemoPeople.Named("takahashi", "kenichi"), contract)
        {
            Role = AccountRole.Manager,
            Department = Departments[0],
            Phone = "03-1234-1001",
            Email = "parent@control.example.jp",
            Keyword = "Keyword2468",
            SignIns = 34,
            LiveSessions = 2
        };
        var child = new DemoUser("N0001002", DemoPeople.Named("nakamura", "misaki"), contract)
        {
            Department = Departments[1],
            Phone = "03-1234-1002",
            Email = "child@control.example.jp",
            Keyword = "Keyword1357",
            SignIns = 26,
            Lockouts = 2,
            LiveSessions = 1
        };
        await site.AddAsync(parent);
        await site.AddAsync(child);
        await site.AddAsync(child with
        {
            LoginId = "N0001003",
            Person = DemoPeople.Named("matsumoto", "naoki"),
            Email = null,
            Keyword = null,
            Phone = "03-1234-1003",
            State = DemoState.Locked,
            LiveSessions = 0
        });
        await site.AddAsync(child with
        {
            LoginId = "N0001004",
            Person = DemoPeople.Named("inoue", "kaori"),
            Email = null,
            Keyword = null,
            Phone = "03-1234-1004",
            State = DemoState.Disabled,
            LiveSessions = 0
        });
        await site.AddAsync(child with
        {
            LoginId = "N0001005",
            Person = DemoPeople.Named("kimura", "takuya"),
            Email = null,
            Keyword = null,
            Phone = "03-1234-1005",
            State = DemoState.MustChange,
            LiveSessions = 0
        });
        await site.AddColleaguesAsync(16, (i, person) => Child(i, $"N00010{i + 6:00}", person, contract));
    }

    private static async Task AddSecondAsync(DemoSite site, Contract contract)
    {
        await site.AddAsync(new DemoUser("N0002001", DemoPeople.Named("shimizu", "yoko"), contract)
        {
            Role = AccountRole.Manager,
            Department = Departments[4],
            Phone = "06-1234-2001",
            Email = "second@control.example.jp",
            Keyword = "Keyword9753",
            SignIns = 22
        });
        await site.AddColleaguesAsync(13, (i, person) => Child(i, $"N00020{i + 2:00}", person, contract));
    }

    private static DemoUser Child(int i, string id, DemoPerson person, Contract contract) => new(id, person, contract)
    {
        Department = Departments[i % Departments.Length],
        Phone = $"03-1234-{1100 + i}",
        Email = i % 3 == 0 ? null : $"{person.Latin}@control.example.jp",
        EmailConfirmed = i % 6 != 4,
        EmailBounces = i == 10,
        Keyword = i % 3 == 1 ? "Keyword2468" : null,
        State = i switch
        {
            2 => DemoState.ValidityEnding,
            4 => DemoState.TemporaryPassword,
            5 => DemoState.Dormant,
            7 => DemoState.Locked,
            8 => DemoState.ValidityEnded,
            11 => DemoState.Disabled,
            _ => DemoState.Active,
        },
    };

    private static void AddLines(DemoSite site, Contract contract, string prefix, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (Ends[i % Ends.Length], Ends[((i * 5) + 1) % Ends.Length]);
            site.AddLine(contract, $"{prefix}{i + 1:0000}", $"{from.Name} – {to.Name}", "access", from.Location,
                Bandwidths[site.Random.Next(Bandwidths.Length)]);
        }
    }
}
