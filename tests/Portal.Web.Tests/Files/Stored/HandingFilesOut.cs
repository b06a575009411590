using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Files.Stored;

namespace Portal.Web.Tests.Files.Stored;

/// <summary>Downloads: their headers, and what strangers get.</summary>
public sealed class HandingFilesOut : FilesTest
{
    [Theory]
    [InlineData("見積 \"最終\" 版.txt", "%E8%A6%8B%E7%A9%8D%20_%E6%9C%80%E7%B5%82_%20%E7%89%88.txt")]
    [InlineData("👩‍💻.txt", "%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB.txt")]
    [InlineData("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie_%20x=1.txt")]
    public async Task FI_08_AFileIsSavedAndNeverShown(string name, string encoded)
    {
        var browser = await SignedInAsync();
        var form = await FormAsync(browser);
        (await SendAsync(browser, form, name, Text("<script>alert(1)</script>"))).ShouldBeOk();
        var id = await App.World.Files.ReadAsync(file => file.Id);
        (await InTenantAsync(files => files.AttachAsync(new FileOwner("sample", Sender), Sender, [id]))).ShouldBe(AttachOutcome.Attached);

        var file = (await browser.GetAsync(Download(id))).ShouldBeOk();

        file.ShouldHaveHeader("Content-Type", "text/plain").ShouldHaveHeader("X-Content-Type-Options", "nosniff")
            .ShouldHaveHeader("Content-Security-Policy", "default-src 'none'; sandbox").ShouldHaveHeader("Cache-Control", "no-store");
        file.Headers["Content-Disposition"].ShouldStartWith("attachment; filename=");
        file.Headers["Content-Disposition"].ShouldContain("filename*=UTF-8''" + encoded.Replace("=", "%3D", StringComparison.Ordinal));
        file.SetCookies.ShouldNotContain(cookie => cookie.StartsWith("x=", StringComparison.Ordinal));
        file.Content.Length.ShouldBe(int.Parse(file.Headers["Content-Length"], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task FI_09_AFileThatIsKnownAlready_IsNotSentAgain_AndRangesAreNotServed()
    {
        var browser = await SignedInAsync();
        var id = await AttachAsync(browser);
        var tag = (await browser.GetAsync(Download(id))).Headers["ETag"];
        var known = new HttpRequestMessage(HttpMethod.Get, Download(id));
        known.Headers.TryAddWithoutValidation("If-None-Match", tag);
        StatusOf(await browser.SendAsync(known)).ShouldBe(HttpStatusCode.NotModified);
        var part = new HttpRequestMessage(HttpMethod.Get, Download(id));
        part.Headers.TryAddWithoutValidation("Range", "bytes=0-1");
        (await browser.SendAsync(part)).ShouldBeOk().Content.ShouldBe(Text("content"));
        var head = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, Download(id)));
        (head.ShouldBeOk().Content.Length, head.Headers["Content-Length"]).ShouldBe((0, "7"));
    }

    [Fact]
    public async Task FI_09_AZ_16_EN_14_AFileOfOthers_IsNoFile_HoweverItIsAskedFor()
    {
        var browser = await SignedInAsync();
        var id = await AttachAsync(browser);
        var stranger = await SignedInAsync(OtherId);
        var never = await stranger.GetAsync(Download(Guid.NewGuid()));
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            foreach (var header in new[] { "Range", "If-None-Match", "Accept" })
            {
                var request = new HttpRequestMessage(method, Download(id));
                request.Headers.TryAddWithoutValidation(header, header == "Range" ? "bytes=0-1" : "*");
                (await stranger.SendAsync(request)).ShouldBeNotFound();
            }
        }

        var asked = (await stranger.GetAsync(Download(id))).ShouldBeNotFound();
        asked.Text.ShouldBe(never.ShouldBeNotFound().Text);
        asked.Headers.Keys.ShouldBe(never.Headers.Keys, ignoreOrder: true);
        (await (await stranger.GetAsync(Page)).Form().Forge("Note", "x").Forge("Files", id.ToString()).SubmitAsync()).ShouldBeRefused();
        (await App.World.Files.ReadAsync(file => file.Owner)).ShouldBe($"sample/{Sender:N}");
    }

    [Fact]
    public async Task AZ_16_AFileThatNothingTook_OpensForNobody_AndOnlyItsSenderCanTakeItBack()
    {
        var browser = await SignedInAsync();
        (await SendAsync(browser, await FormAsync(browser), "a.txt", Text("a"))).ShouldBeOk();
        var id = await App.World.Files.ReadAsync(file => file.Id);
        (await browser.GetAsync(Download(id))).ShouldBeNotFound();
        var stranger = await SignedInAsync(OtherId);
        (await DiscardAsync(stranger, id)).ShouldBeNotFound();
        StatusOf(await DiscardAsync(browser, id)).ShouldBe(HttpStatusCode.NoContent);
        (await DiscardAsync(browser, id)).ShouldBeNotFound();
        (await RemovalsAsync()).ShouldBe(1);
        (await App.World.Files.CountAsync(), await App.World.FileChunks.CountAsync()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task AZ_16_AnotherTenantSeesNothingOfIt()
    {
        var browser = await SignedInAsync();
        var id = await AttachAsync(browser);
        var owner = new FileOwner("sample", Sender);
        var elsewhere = await App.InTenantAsync("rental", services =>
            ((StoredFiles)services.GetService(typeof(StoredFiles))!).FindAsync(owner, id));
        elsewhere.ShouldBeNull();
        var attached = await App.InTenantAsync("rental", services =>
            ((StoredFiles)services.GetService(typeof(StoredFiles))!).AttachAsync(owner, Sender, [id]));
        attached.ShouldBe(AttachOutcome.Unknown);
        (await App.QueryAsync("rental", db => db.StoredFileChunks.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task AZ_16_AFileIsTakenOnce_AndReleasedWithItsOwner()
    {
        var browser = await SignedInAsync();
        var id = await AttachAsync(browser);
        (await InTenantAsync(files => files.AttachAsync(new FileOwner("sample", Other), Sender, [id]))).ShouldBe(AttachOutcome.Unknown);
        (await InTenantAsync(files => files.AttachAsync(new FileOwner("other", Sender), Sender, [id]))).ShouldBe(AttachOutcome.Unknown);
        (await InTenantAsync(files => files.AttachAsync(new FileOwner("sample", Sender), Sender, [id]))).ShouldBe(AttachOutcome.Attached);

        (await InTenantAsync(files => files.ReleaseAllAsync(new FileOwner("sample", Sender)))).ShouldBe(1);
        (await browser.GetAsync(Download(id))).ShouldBeNotFound();
        (await RemovalsAsync()).ShouldBe(1);
        (await App.World.Files.CountAsync(), await App.World.FileChunks.CountAsync()).ShouldBe((0, 0));
    }

    private static async Task<PortalPage> DiscardAsync(PortalBrowser browser, Guid id)
    {
        var form = await FormAsync(browser);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/t/control/files/{id}/delete") { Content = new ByteArrayContent([]) };
        request.Headers.Add("RequestVerificationToken", form.Fields.First(field => field.Name == "__RequestVerificationToken").Value);
        return await browser.SendAsync(request);
    }
}
