using System.Net.Http.Headers;
using Portal.TestKit.Web;
using Portal.Web.Files;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Files.Stored;

/// <summary>Forms with much in them, and a folder where it goes.</summary>
public abstract class LargeFilesTest : FilesTest
{
    protected const int Megabyte = 1024 * 1024;

    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("portal-files-");

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Portal:Files:Store"] = "Directory",
        ["Portal:Files:Directory"] = Folder.FullName,
    };

    protected override Task EndAsync()
    {
        Folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private protected static BreakingStream Whole(int number) => new(20 * Megabyte) { IsWhole = true };

    private protected static async Task<HttpRequestMessage> RequestAsync(PortalBrowser browser, IReadOnlyList<Stream> files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in (await FormAsync(browser)).Fields)
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        foreach (var (number, file) in files.Index())
        {
            var part = new StreamContent(file);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse("text/plain");
            content.Add(part, "\"Files\"", $"{number}.txt");
        }

        return new HttpRequestMessage(HttpMethod.Post, Page) { Content = content };
    }
}

/// <summary>Lines that break, and one without end.</summary>
public sealed class BrokenLines : LargeFilesTest
{
    [Fact]
    public async Task FI_06_WhatComesWithoutEndAndWithoutALength_IsCutOffAtTheLimit()
    {
        var browser = await SignedInAsync();
        var endless = new StreamContent(new BreakingStream(long.MaxValue));
        var answer = SendAsync(browser, await FormAsync(browser), "a.txt", endless);
        (await answer).ShouldBeRefused().Body.ShouldContain("a.txt");
        (await App.World.Files.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task FI_10_ALineThatBreaksInTheSecondFile_LeavesNothingThatIsSeen_AndTheRestGoesByItself()
    {
        var browser = await SignedInAsync();
        using var line = new CancellationTokenSource();
        var request = await RequestAsync(browser, [Whole(0), new BreakingStream(3 * Megabyte) { OnCut = line.Cancel }]);
        await Should.ThrowAsync<Exception>(() => browser.SendAsync(request, line.Token));

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await EventsAsync(FileEvents.FileReceived) == 0)
        {
            await Task.Delay(20, limit.Token);
        }

        (await App.World.Files.AskAsync(files => files.Where(file => file.Owner == null).Select(file => file.Name))).ShouldBe(["0.txt"]);
        (await (await SignedInAsync()).GetAsync(Page)).ShouldNotShow("0.txt");
        App.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        (await RemovalsAsync()).ShouldBe(1);
        (await App.World.Files.CountAsync()).ShouldBe(0);
        Directory.GetFiles(Folder.FullName, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}

/// <summary>What is counted is the process's own, so that nothing else may run beside it.</summary>
[Collection(nameof(CountersOfTheProcess))]
public sealed class FlatMemory : LargeFilesTest
{
    [Fact]
    public async Task CASE_1_RX_03_AHundredMegabytesInOneForm_CostLittleMemory()
    {
        var browser = await SignedInAsync();
        (await (await FormAsync(browser)).Attach("Files", "warm.txt", Text("a")).SubmitAsync()).ShouldRedirectTo(Page);
        var before = GC.GetTotalAllocatedBytes();

        (await browser.SendAsync(await RequestAsync(browser, [.. Enumerable.Range(0, 5).Select(Whole)]))).ShouldRedirectTo(Page);

        // Everything that was ever allocated, by sender and receiver together: kept in memory, it would be more than
        // was sent.
        var spent = GC.GetTotalAllocatedBytes() - before;
        (await App.World.Files.CountAsync(file => file.Size == 20 * Megabyte && file.Owner != null)).ShouldBe(5);
        spent.ShouldBeLessThan(64 * Megabyte);
    }
}
