using Portal.TestKit.Files;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Cases.Batches;

/// <summary>The scanner speaks before anybody confirms (ADMIN-5, FI-07).</summary>
public sealed class ScanningBatches : CaseBatchTest
{
    private readonly ClamdStandIn clamd = new();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Portal:Files:Clamd:Address"] = clamd.Address,
        ["Portal:Files:Clamd:TimeoutSeconds"] = "5",
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await clamd.DisposeAsync();
    }

    [Fact]
    public async Task ADMIN_5_FI_07_AFileInWhichAScannerFindsSomething_StopsAllOfThem()
    {
        var zip = Zip(("2026/レポートA.txt", Bytes("レポートA")), ("b.txt", Bytes(ClamdStandIn.Harmful)));

        var again = (await SendAsync(await AgentAsync(), Both, zip)).ShouldBeRefused();

        again.Texts("tbody tr").ShouldBe(["3 ファイル名 「b.txt」からウイルスが検出されたため、添付できません"]);
        (await App.World.Cases.CountAsync()).ShouldBe(0);
        (await App.World.ImportJobs.CountAsync()).ShouldBe(0);
        (await App.World.Files.AskAsync(files => files.OrderBy(file => file.Name).Select(file => file.State)))
            .ShouldBe([StoredFileState.Refused, StoredFileState.Leaving]);
    }

    [Fact]
    public async Task ADMIN_5_FI_07_HarmlessFiles_AreCleanBeforeTheyAreConfirmed()
    {
        await CheckedAsync(await AgentAsync(), Both, Zip(Files));

        (await App.World.Files.ListAsync(file => file.State)).ShouldBe([StoredFileState.Clean, StoredFileState.Clean]);
    }
}
