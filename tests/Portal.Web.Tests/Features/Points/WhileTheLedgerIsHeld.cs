using System.Net;
using Npgsql;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Points;

/// <summary>Tables that somebody holds, and all who want to look at contracts, points and news of cases.</summary>
public sealed class WhileTheLedgerIsHeld : PointTest
{
    [Fact]
    public async Task RX_05_RX_06_AHundredPagesThatWaitForIt_AreToldSo_OthersAreServed_AndAllRecover()
    {
        await GrantAsync(100);
        var row = await OpenAsync();
        var own = $"/t/security/contracts/{Contract}";
        var staff = $"/admin/contracts/security/{await ContractIdAsync()}";
        (PortalBrowser Browser, string Path)[] pages =
        [
            (await SignedInAsync(AuthorId), Page),
            (await SignedInAsync(ColleagueId), own),
            (await SignedInAsync(ManagerId), PathOf(row.Number, "entries?after=0")),
            (await AgentAsync(), staff),
            (await AgentAsync("second@portal.test"), staff + "/ledger"),
            (await AgentAsync("third@portal.test"), DeskPathOf(row.Number, "entries?after=0")),
        ];
        await using var owner = new NpgsqlConnection(App.Database.OwnerConnectionString);
        await owner.OpenAsync();
        await using var transaction = await owner.BeginTransactionAsync();
        await using (var locks = new NpgsqlCommand("""
            LOCK TABLE "PointEntries", "ContractOptions", "CaseEntries" IN ACCESS EXCLUSIVE MODE
            """, owner))
        {
            await locks.ExecuteNonQueryAsync();
        }

        var waiting = Enumerable.Range(0, 100).Select(i => pages[i % pages.Length])
            .Select(page => page.Browser.GetAsync(page.Path)).ToList();
        (await App.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk();
        waiting.ShouldContain(page => !page.IsCompleted);

        (await Task.WhenAll(waiting)).ShouldAllBe(page => page.Status == HttpStatusCode.ServiceUnavailable);
        await transaction.RollbackAsync();
        foreach (var (browser, path) in pages)
        {
            (await browser.GetAsync(path)).ShouldBeOk();
        }
    }
}
