using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Audit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit.Verification;
using Portal.Web.Jobs.Sealing;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Features.Admin;

namespace Portal.Web.Tests.Audit.Chain;

/// <summary>What the tests of this folder share: a log with a past, sealed, and its heads in a file.</summary>
public abstract class ChainTest : StaffTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-heads-").FullName;

    protected string HeadsFile => Path.Combine(folder, "heads.jsonl");

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Portal:Audit:Heads:File"] = HeadsFile,
        ["Portal:Audit:Heads:Key"] = Convert.ToBase64String(Enumerable.Range(0, 32).Select(number => (byte)number).ToArray()),
    };

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Twenty events of an hour ago and five of now, each lot with a seal, and their heads.</summary>
    protected async Task<Guid> PastAsync()
    {
        var user = await new Account(Control, "N0009001").AddToAsync(App);
        await App.World.Audit.AddPastAsync(user, 20, App.Time.GetUtcNow().AddHours(-1), TimeSpan.FromSeconds(1));
        await SealAsync(App);
        await App.World.Audit.AddPastAsync(user, 5, App.Time.GetUtcNow().AddSeconds(-10), TimeSpan.FromSeconds(1));
        App.Time.Advance(TimeSpan.FromMinutes(10));
        await SealAsync(App);
        return user;
    }

    /// <summary>A minute of the scheduler on that node.</summary>
    protected static async Task<int> SealAsync(PortalApp node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var made = await node.Services.GetRequiredService<AuditSealRound>().RunOnceAsync(Cancelled);
        await node.Services.GetRequiredService<AuditHeadRound>().RunOnceAsync(Cancelled);
        return made;
    }

    protected async Task<ChainBreak?> VerifyAsync() => (await StepAsync(ChainCursor.Start, long.MaxValue)).Break;

    protected Task<ChainStep> StepAsync(ChainCursor from, long most) => App.WithServicesAsync(async services =>
        await services.GetRequiredService<ChainVerification>()
            .StepAsync((await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(Control))!, from, most, null, Cancelled));

    protected Task<Guid> EventAtAsync(long place) =>
        App.World.AuditLeaves.ReadAsync(leaf => leaf.Place == place && leaf.TenantId == ControlId, leaf => leaf.EventId);

    protected Guid ControlId { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        ControlId = await App.QueryAsync(Control, db => Task.FromResult(db.Scope.Current));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
