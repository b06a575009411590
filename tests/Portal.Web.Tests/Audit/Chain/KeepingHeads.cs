using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Rules.Audit;
using Portal.TestKit.Web;
using Portal.Web.Audit.Heads;
using Portal.Web.Jobs.Sealing;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Features.SignIn;
using Portal.Web.Tests.Http.Twice;

namespace Portal.Web.Tests.Audit.Chain;

/// <summary>What is written down outside the database (AU-03), and what happens where it cannot be (AU-08).</summary>
public sealed class KeepingHeads : ChainTest
{
    [Fact]
    public async Task AU_03_TheFirstHeadIsWrittenAtOnce_LaterOnesAsOftenAsTheSettingSays()
    {
        var user = await PastAsync();
        (await LinesAsync()).Length.ShouldBe(2);

        await App.World.Audit.AddPastAsync(user, 1, App.Time.GetUtcNow());
        await SealAsync(App);
        (await LinesAsync()).Length.ShouldBe(2, "ten minutes are not over");
        App.Time.Advance(TimeSpan.FromMinutes(10));
        await SealAsync(App);
        (await LinesAsync()).Length.ShouldBe(3);
        (await VerifyAsync()).ShouldBeNull();
    }

    [Fact]
    [Trait("Review", "F3")]
    public async Task AU_03_FP_09_WhereTheSealsOfOneTenantCannotBeRead_TheHeadsOfTheOthersAreWritten()
    {
        await PastAsync();
        File.Delete(HeadsFile);
        var database = new AwayDatabase(App.Services.GetRequiredService<IServiceScopeFactory>(), time => time > 1);
        using var measured = new MeterReading("portal.jobs.tenant_failures", "audit-heads", "round");
        var round = new AuditHeadRound(App.Services.GetRequiredService<AuditHeads>(), new TenantWork(database),
            App.Services.GetRequiredService<TenantCatalog>(), NullLogger<AuditHeadRound>.Instance);

        (await round.RunOnceAsync(Cancelled)).ShouldBe(1);

        (await LinesAsync()).ShouldHaveSingleItem().ShouldContain("\"tenant\":\"control\"");
        measured.Total.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task AU_03_AFileThatIsGone_IsMissed()
    {
        await PastAsync();
        File.Delete(HeadsFile);
        (await VerifyAsync()).ShouldBe(new ChainBreak(ChainBreakKind.HeadsMissing, 0));
        var page = await (await AdministratorAsync()).GetAsync("/admin/audit/verification?tenant=control");
        page.ShouldBeOk().ShouldShow("データベースの外の控えに、このサイトの封印がありません");

        // The next round begins a new one.
        await SealAsync(App);
        (await VerifyAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task AU_03_AU_08_WhileAnotherNodeWrites_OthersWait_AndNothingIsFoundMissing()
    {
        await PastAsync();
        var before = await File.ReadAllLinesAsync(HeadsFile, Cancelled);
        Task<IReadOnlyList<string>> reading;
        Task writing;
        await using (new FileStream(HeadsFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            new HeadOptionsCheck().Validate(null, new HeadOptions { File = HeadsFile }).Succeeded.ShouldBeTrue();
            reading = HeadFile.ReadAsync(HeadsFile, (_, line) => line, Cancelled);
            writing = HeadFile.AppendAsync(HeadsFile, ["third"], Cancelled);
            (reading.IsCompleted || writing.IsCompleted).ShouldBeFalse();
        }

        (await reading).Count.ShouldBeInRange(before.Length, before.Length + 1);
        await writing;
        (await File.ReadAllLinesAsync(HeadsFile, Cancelled)).ShouldBe([.. before, "third"]);
    }

    [Theory]
    [InlineData("\"seal\":2", "\"seal\":1")]
    [InlineData("\"last\":25", "\"last\":20")]
    [InlineData("\"mac\":\"", "\"mac\":\"00")]
    [InlineData("{", "[")]
    public async Task AU_03_ALineThatSomebodyElseWrote_IsNamed(string what, string instead)
    {
        await PastAsync();
        var lines = await LinesAsync();
        lines[1] = lines[1].Replace(what, instead, StringComparison.Ordinal);
        await File.WriteAllLinesAsync(HeadsFile, lines, Cancelled);
        (await VerifyAsync()).ShouldBe(new ChainBreak(ChainBreakKind.HeadForged, 2));
    }

    [Fact]
    public async Task AU_08_ALineWhoseWriterDied_SaysNothing()
    {
        await PastAsync();
        await File.AppendAllTextAsync(HeadsFile, "{\"v\":1,\"tena", Cancelled);
        (await VerifyAsync()).ShouldBeNull();
        await MoreAsync();
        (await LinesAsync()).Length.ShouldBe(4);
        (await VerifyAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task AU_08_WhereTheFileCannotBeWritten_SealingGoesOn_AndThePagesAreServed()
    {
        await PastAsync();
        var kept = HeadsFile + ".kept";
        File.Move(HeadsFile, kept);
        Directory.CreateDirectory(HeadsFile);

        await MoreAsync();

        (await App.World.AuditSeals.CountAsync(seal => seal.TenantId == ControlId)).ShouldBe(3);
        (await (await AdministratorAsync()).GetAsync("/admin/audit/verification")).ShouldBeOk();
        (await App.Services.GetRequiredService<AuditHeadRound>().RunOnceAsync(Cancelled)).ShouldBe(0);

        // The disk is back: the newest head is written, and vouches for all before it.
        Directory.Delete(HeadsFile);
        File.Move(kept, HeadsFile);
        await SealAsync(App);
        (await LinesAsync())[^1].ShouldContain("\"tenant\":\"");
        (await VerifyAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData("Portal:Audit:Heads:File", "heads.jsonl")]
    [InlineData("Portal:Audit:Heads:File", "/nowhere/heads.jsonl")]
    [InlineData("Portal:Audit:Heads:File", "/tmp")]
    [InlineData("Portal:Audit:Heads:Key", "c2hvcnQ=")]
    [InlineData("Portal:Audit:Heads:Key", "not base64, whatever its length may be in the end")]
    [InlineData("Portal:Audit:Heads:Every", "00:00:01")]
    [InlineData("Portal:Audit:Heads:Every", "2.00:00:00")]
    public async Task FP_08_AHeadsSettingThatCannotWork_StopsTheStart(string setting, string value)
    {
        await using var wrong = await PortalApp.CreateAsync(new Dictionary<string, string?> { [setting] = value });
        Should.Throw<OptionsValidationException>(() => wrong.Services).Message.ShouldContain(setting);
    }

    private async Task MoreAsync()
    {
        var user = await App.World.Accounts.IdOfAsync("N0009001");
        await App.World.Audit.AddPastAsync(user, 1, App.Time.GetUtcNow());
        App.Time.Advance(TimeSpan.FromMinutes(10));
        await SealAsync(App);
    }

    private async Task<string[]> LinesAsync() => [.. (await File.ReadAllLinesAsync(HeadsFile, Cancelled)).Where(line =>
        line.Contains("\"control\"", StringComparison.Ordinal) || line.EndsWith("#torn", StringComparison.Ordinal))];
}
