using System.Globalization;
using Portal.Rules.Points;
using Portal.Rules.WorkRequests;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Seed.Cases;
using Portal.Web.Data.Seed.Points;
using Portal.Web.Domain.Points;
using Portal.Web.Domain.WorkRequests;

namespace Portal.Web.Data.Seed.WorkRequests;

/// <summary>A contract whose people ask for work.</summary>
/// <param name="Ledger">Of its running year.</param>
internal sealed record DemoAskers(Contract Contract, IReadOnlyList<PortalUser> People, DemoLedger Ledger);

/// <summary>
/// Work requests in every status, with their points in the ledger and the cases of those that were accepted.
/// </summary>
internal sealed class DemoWorkRequests(DemoSite site, DemoWorkItems items, DemoCases cases)
{
    private int number;

    private (Guid? Id, string Name) Desk => site.Desk is [var (id, name), ..] ? (id, name) : (null, "運用担当");

    /// <summary>In the order in which they were sent: numbers and ledgers rise with time.</summary>
    public void Add(DemoAskers first, DemoAskers second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Decide(Submit(first, 0, "policy-change", site.Clock.On(20, 610), Policy()), first, WorkMove.Accept, "来週月曜日の午前中に変更します。");
        Decide(Submit(second, 0, "alert-report", site.Clock.On(15, 560), Report()), second, WorkMove.Accept, null);
        Decide(Submit(first, 1, "alert-release", site.Clock.On(12, 680), Release()), first, WorkMove.Decline,
            "AL-20411は調査を続けているため、まだ解除できません。調査が終わりしだい、ケースでお知らせします。");
        Decide(Submit(first, 2, "alert-recipients", site.Clock.On(9, 820), Recipients()), first, WorkMove.Withdraw, null);
        Submit(second, 1, "alert-rule", site.Clock.On(2, 650), Rule());
        Submit(first, 1, "user-change", site.Clock.On(1, 900), Users());
        Submit(first, 0, "compliance-report", site.Clock.Now.AddMinutes(-95), Compliance());
    }

    private WorkRequest Submit(DemoAskers askers, int who, string code, DateTimeOffset at, WorkAnswer answer)
    {
        var (item, definition) = items.Find(code);
        var author = askers.People[who % askers.People.Count];
        var row = new WorkRequest
        {
            Id = Guid.CreateVersion7(at),
            TenantId = site.Tenant.Id,
            Number = ++number,
            ContractId = askers.Contract.Id,
            AuthorId = author.Id,
            AuthorName = author.DisplayName,
            ItemId = item.Id,
            Edition = item.Edition,
            TitleJa = definition.Title.Ja,
            TitleEn = definition.Title.En,
            Answers = answer.ToJson(),
            Cost = definition.Points,
            Status = WorkStatus.Submitted,
            CreatedAt = at,
        };
        var reserve = new PointMove(PointKind.Reserve, row.Cost);
        row.ReservationId = askers.Ledger.Add(reserve, PointsFor(row), PointActor.Customer(author), at).Id;
        site.Db.WorkRequests.Add(row);
        return row;
    }

    private void Decide(WorkRequest row, DemoAskers askers, WorkMove move, string? said)
    {
        var at = row.CreatedAt.AddHours(4);
        var isCustomers = move == WorkMove.Withdraw;
        var author = askers.People.First(user => user.Id == row.AuthorId);
        row.Status = WorkRules.After(row.Status, move, isCustomers ? WorkSide.Customer : WorkSide.Provider)!.Value;
        (row.DecidedAt, row.DecidedBy, row.Reason) = (at, isCustomers ? author.DisplayName : Desk.Name, said);
        var by = isCustomers ? PointActor.Customer(author) : new PointActor(ActorKind.Staff, Desk.Id, Desk.Name);
        askers.Ledger.Add(new PointMove(move == WorkMove.Accept ? PointKind.Use : PointKind.Return, row.Cost), PointsFor(row), by, at,
            row.ReservationId);
        if (move == WorkMove.Accept)
        {
            row.Case = cases.AddAccepted(askers.Contract, author, $"{row.TitleJa} {WorkRequestNumber.Of(row.Number)}", Text(row, said), at);
            row.CaseId = row.Case.Id;
        }
    }

    private string Text(WorkRequest row, string? said)
    {
        var definition = items.Find(site.Db.WorkItems.Local.Single(item => item.Id == row.ItemId).Code).Definition;
        var fields = WorkAnswerText.Of(definition, WorkAnswer.Parse(row.Answers), "ja");
        var text = WorkAnswerText.Markdown($"{WorkRequestNumber.Of(row.Number)} {row.TitleJa}", fields);
        return said is null ? text : $"{said}\n\n---\n\n{text}";
    }

    private static string PointsFor(WorkRequest row) => $"{row.TitleJa} {WorkRequestNumber.Of(row.Number)}";

    private string Day(int ahead) => site.Clock.Today.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private WorkAnswer Policy() => new()
    {
        Values =
        {
            ["change"] = "modify",
            ["details"] = "業務時間外の管理者ログインの重要度を「中」から「高」に変更してください。\n対象は次の2台です。",
            ["preferred"] = Day(-14),
        },
        Rows =
        {
            ["devices"] =
            [
                Row(("host", "web01.honsha.example.jp"), ("address", "192.0.2.45")),
                Row(("host", "db01.honsha.example.jp")),
            ],
        },
    };

    private static WorkAnswer Report() => new()
    {
        Values =
        {
            ["alert"] = "AL-20398",
            ["questions"] = "検知の原因と、ほかの端末への影響の有無を知りたいです。",
            ["language"] = "ja",
        },
    };

    private static WorkAnswer Release() => new()
    {
        Rows = { ["alerts"] = [Row(("number", "AL-20411"), ("note", "社内の自動試験による通信と確認済み")), Row(("number", "AL-20415"))] },
    };

    private WorkAnswer Recipients() => new()
    {
        Values = { ["from"] = Day(-5) },
        Rows =
        {
            ["recipients"] =
                [Row(("action", "add"), ("name", "夜間当番"), ("email", "soc-night@example.jp"), ("phone", "03-1234-3190"))],
        },
    };

    private static WorkAnswer Rule() => new()
    {
        Values =
        {
            ["name"] = "海外からのVPN接続",
            ["severity"] = "high",
            ["condition"] = "日本以外の国からVPNに接続したときに知らせてください。",
            ["exceptions"] = "出張の届け出がある利用者を除きます。",
        },
    };

    private WorkAnswer Users() => new()
    {
        Values = { ["from"] = Day(5), ["note"] = "人事異動に伴う変更です。" },
        Rows =
        {
            ["users"] =
            [
                Row(("action", "add"), ("name", "中村 美咲"), ("email", "misaki.nakamura@example.jp"), ("role", "viewer")),
                Row(("action", "remove"), ("name", "小林 健"), ("email", "ken.kobayashi@example.jp")),
            ],
        },
    };

    private WorkAnswer Compliance() => new()
    {
        Values =
        {
            ["standard"] = "isms",
            ["start"] = Day(-200),
            ["end"] = Day(-20),
            ["scope"] = "本社と東日本データセンターのサーバー。\n維持審査で提出します。",
        },
    };

    private static WorkRow Row(params (string Key, string Value)[] cells)
    {
        var row = new WorkRow();
        foreach (var (key, value) in cells)
        {
            row[key] = value;
        }

        return row;
    }
}
