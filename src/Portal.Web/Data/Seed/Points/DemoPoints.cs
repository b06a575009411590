using Portal.Rules.Points;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Points;

namespace Portal.Web.Data.Seed.Points;

/// <summary>
/// Points of a contract as a year leaves them: granted, bought in addition, reserved by its people, used or returned,
/// and what was left of the year before, gone.
/// </summary>
internal sealed class DemoPoints(DemoSite site, Contract contract, IReadOnlyList<PortalUser> people)
{
    private const string Yearly = "年間ポイント";
    private const string Additional = "追加ポイント（オプション）";

    private PointActor Desk => site.Desk is [var (id, name), ..]
        ? new PointActor(ActorKind.Staff, id, name)
        : new PointActor(ActorKind.Staff, null, "運用担当");

    /// <summary>The year before the last renewal.</summary>
    public void AddLastYear(int granted)
    {
        var (from, until) = (contract.RenewsOn!.Value.AddYears(-2), contract.RenewsOn.Value.AddYears(-1).AddDays(-1));
        var ledger = new DemoLedger(site, contract, new PointSpan(from, until));
        ledger.Add(new PointMove(PointKind.Grant, granted), Yearly, Desk, At(from, 0, 9));
        Spend(ledger, 0, 30, "検知ポリシーの変更", At(from, 61, 10), PointKind.Use);
        Spend(ledger, 1, 20, "コンプライアンスレポートの作成", At(from, 187, 13), PointKind.Use);
        ledger.Add(new PointMove(PointKind.Expire, ledger.Left), "", PointActor.System, At(until.AddDays(1), 0, 0));
    }

    /// <summary>The running year, of which at least a hundred days are over.</summary>
    /// <param name="additional">Bought as an option; 0 for nothing.</param>
    /// <returns>The ledger, for what was asked for lately.</returns>
    public DemoLedger AddThisYear(int granted, int additional)
    {
        var from = contract.RenewsOn!.Value.AddYears(-1);
        var ledger = new DemoLedger(site, contract, new PointSpan(from, contract.RenewsOn.Value.AddDays(-1)));
        ledger.Add(new PointMove(PointKind.Grant, granted), Yearly, Desk, At(from, 0, 9));
        Spend(ledger, 0, 20, "検知ポリシーの変更", At(from, 12, 10), PointKind.Use);
        if (additional > 0)
        {
            ledger.Add(new PointMove(PointKind.Grant, additional), Additional, Desk, At(from, 31, 11));
        }

        Spend(ledger, 1, 10, "アラート通知先の変更", At(from, 45, 15), PointKind.Return);
        Spend(ledger, 2, 15, "アラートの調査レポート", At(from, 77, 9), PointKind.Use);
        return ledger;
    }

    private void Spend(DemoLedger ledger, int who, int points, string what, DateTimeOffset at, PointKind end)
    {
        var reserved = ledger.Add(new PointMove(PointKind.Reserve, points), what, PointActor.Customer(people[who % people.Count]), at);
        ledger.Add(new PointMove(end, points), what, Desk, at.AddHours(5), reserved.Id);
    }

    private DateTimeOffset At(DateOnly day, int later, int hour) => site.Tenant.Zone.On(day.AddDays(later), TimeSpan.FromHours(hour));
}
