using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Rules.Files;
using Portal.TestKit.Accounts;
using Portal.TestKit.Files;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Files;

namespace Portal.Web.Tests.Files.Stored;

/// <summary>A scanner that finds, fails and keeps silent (FI-07, FI-13).</summary>
public sealed class ScanningFiles : FilesTest
{
    private readonly ClamdStandIn clamd = new();

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Portal:Files:Clamd:Address"] = clamd.Address,
        ["Portal:Files:Clamd:TimeoutSeconds"] = "1",
        ["Portal:Files:MostWaiting"] = "2",
    };

    [Fact]
    public async Task FI_07_WhatTheScannerPasses_CanBeDownloadedAtOnce()
    {
        var browser = await SignedInAsync();
        var id = await AttachAsync(browser, "a.txt", Text("content"));
        clamd.Scanned.ShouldBe([7]);
        (await browser.GetAsync(Download(id))).ShouldBeOk();
        (await EventsAsync(FileEvents.FileReceived), await EventsAsync(FileEvents.FileCleared)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task FI_07_WhatTheScannerFinds_IsSaidAndNeverHandedOut()
    {
        var browser = await SignedInAsync();
        var page = await (await FormAsync(browser)).Attach("Files", "a.txt", Text(ClamdStandIn.Harmful)).SubmitAsync();
        page.ShouldBeRefused().ShouldShow("「a.txt」からウイルスが検出されたため");
        (await App.World.FileChunks.CountAsync()).ShouldBe(0);
        (await App.World.Files.ReadAsync(file => new { file.State, file.Refusal, file.Finding }))
            .ShouldBe(new
            {
                State = StoredFileState.Refused,
                Refusal = (FileRefusal?)FileRefusal.Infected,
                Finding = (string?)"Portal.Sample",
            });
        (await App.World.Audit.CountAsync(happened =>
            happened.Kind == FileEvents.FileRefused && happened.Reason == "Infected")).ShouldBe(1);
    }

    [Theory]
    [InlineData(ClamdMood.Error)]
    [InlineData(ClamdMood.TooSmall)]
    [InlineData(ClamdMood.HangsUp)]
    [InlineData(ClamdMood.Silent)]
    public async Task FI_07_WithoutAVerdict_AFileStaysClosedUntilThereIsOne(ClamdMood mood)
    {
        clamd.Mood = mood;
        var browser = await SignedInAsync();
        var id = await AttachAsync(browser, "a.txt", Text(new string('a', 300_000)));
        (await browser.GetAsync(Page)).ShouldShow("a.txt 検査中");
        (await browser.GetAsync(Download(id))).ShouldBeNotFound();
        (await ChecksAsync()).ShouldBe(0);

        App.Time.Advance(TimeSpan.FromMinutes(2));
        (await ChecksAsync()).ShouldBe(1);
        (await StateAsync(id)).ShouldBe(StoredFileState.Checking);

        clamd.Mood = ClamdMood.Honest;
        App.Time.Advance(TimeSpan.FromMinutes(5));
        (await ChecksAsync()).ShouldBe(1);
        (await browser.GetAsync(Download(id))).ShouldBeOk();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task FI_07_AContentThatIsNotWholeInItsStore_IsNotPassed(int piecesLeft)
    {
        clamd.Mood = ClamdMood.Error;
        var browser = await SignedInAsync();
        var id = await AttachAsync(browser, "a.txt", Text(new string('a', 300_000)));
        (await App.World.FileChunks.CountAsync()).ShouldBe(2);
        await App.QueryAsync(Tenant, db => db.StoredFileChunks.Where(chunk => chunk.Number >= piecesLeft).ExecuteDeleteAsync());

        clamd.Mood = ClamdMood.Honest;
        App.Time.Advance(TimeSpan.FromMinutes(5));
        (await ChecksAsync()).ShouldBe(1);

        (await StateAsync(id)).ShouldBe(StoredFileState.Checking);
        (await EventsAsync(FileEvents.FileCleared)).ShouldBe(0);
    }

    [Fact]
    public async Task FI_07_WhatWaitsForAScanner_IsNotPassedBecauseThereIsNoneAnyMore()
    {
        clamd.Mood = ClamdMood.Error;
        var browser = await SignedInAsync();
        var waiting = await AttachAsync(browser);

        App.Services.GetRequiredService<IOptions<FilesOptions>>().Value.Clamd.Address = null;
        App.Time.Advance(TimeSpan.FromMinutes(5));
        (await ChecksAsync()).ShouldBe(1);

        (await StateAsync(waiting)).ShouldBe(StoredFileState.Checking);
        (await StateAsync(await AttachAsync(browser, "b.txt"))).ShouldBe(StoredFileState.Clean);
    }

    [Fact]
    public async Task FI_07_AfterADayWithoutAVerdict_AFileIsRefused()
    {
        clamd.Mood = ClamdMood.Error;
        var browser = await SignedInAsync();
        var id = await AttachAsync(browser);
        App.Time.Advance(TimeSpan.FromDays(1));
        (await ChecksAsync()).ShouldBe(1);
        (await StateAsync(id)).ShouldBe(StoredFileState.Refused);
        (await App.World.FileChunks.CountAsync()).ShouldBe(0);
        var again = await SignedInAsync();
        (await again.GetAsync(Page)).ShouldShow("a.txt 拒否");
        (await again.GetAsync(Download(id))).ShouldBeNotFound();
    }

    [Fact]
    public async Task FI_07_MoreThanMayWait_AreNotTaken()
    {
        clamd.Mood = ClamdMood.Error;
        var browser = await SignedInAsync();
        var form = await FormAsync(browser);
        var answers = new List<HttpStatusCode>();
        foreach (var number in new[] { 1, 2, 3 })
        {
            answers.Add((await SendAsync(browser, form, $"{number}.txt", Text($"{number}"))).Status);
        }

        answers.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity]);
    }

    [Fact]
    public async Task FI_13_AVerdictThatComesWhenSenderAndOwnerAreGone_IsApplied()
    {
        clamd.Mood = ClamdMood.Error;
        var browser = await SignedInAsync();
        var (kept, released) = (await AttachAsync(browser, "a.txt", Text(ClamdStandIn.Harmful)), await AttachAsync(browser, "b.txt"));
        await InTenantAsync(files => files.ReleaseAsync(new Portal.Web.Files.Stored.FileOwner("sample", Sender), released));
        await App.QueryAsync(Tenant, db => db.Users.Where(user => user.Id == Sender).ExecuteDeleteAsync());

        clamd.Mood = ClamdMood.Honest;
        App.Time.Advance(TimeSpan.FromMinutes(5));
        (await ChecksAsync()).ShouldBe(1);
        (await StateAsync(kept), await StateAsync(released)).ShouldBe((StoredFileState.Refused, StoredFileState.Leaving));
        (await RemovalsAsync()).ShouldBe(1);
    }

    protected override Task EndAsync() => clamd.DisposeAsync().AsTask();
}

/// <summary>The protocol as the real program speaks it.</summary>
public sealed class ScanningByClamd : FilesTest
{
    private ClamdDaemon? clamd;

    protected override Dictionary<string, string?> Settings => clamd is null ? []
        : new() { ["Portal:Files:Clamd:Address"] = clamd.Address };

    [Fact]
    public async Task FI_07_ARealClamd_PassesWhatIsHarmless_AndFindsWhatItsSignatureSays()
    {
        if (clamd is null)
        {
            Assert.Skip("clamd is not installed (Debian: clamav-daemon).");
        }

        var browser = await SignedInAsync();
        var id = await AttachAsync(browser, "a.txt", Text(new string('a', 3_000_000)));
        (await StateAsync(id)).ShouldBe(StoredFileState.Clean);
        var page = await (await FormAsync(browser)).Attach("Files", "b.txt", Text("x " + ClamdStandIn.Harmful + " x")).SubmitAsync();
        page.ShouldBeRefused().ShouldShow("「b.txt」からウイルスが検出されたため");
        (await App.World.Files.ReadAsync(file => file.Name == "b.txt", file => file.Finding)).ShouldBe("Portal.Sample.UNOFFICIAL");
    }

    protected override async Task PrepareAsync() =>
        clamd = ClamdDaemon.Program is null ? null : await ClamdDaemon.StartAsync(ClamdStandIn.Harmful);

    protected override async Task EndAsync()
    {
        if (clamd is not null)
        {
            await clamd.DisposeAsync();
        }
    }
}
