using System.Net;
using System.Text;
using System.Text.Json;
using Portal.Rules.Files;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Files;
using Portal.Web.Files.Stored;

namespace Portal.Web.Tests.Files.Stored;

/// <summary>Files through forms and by themselves, as people and attackers send them.</summary>
public sealed class SendingFiles : FilesTest
{
    [Fact]
    public async Task CASE_1_TwoFilesWithoutJavaScript_AreAttachedAndComeBackAsTheyWere()
    {
        var browser = await SignedInAsync();
        var picture = SamplePictures.Png(2, 2);

        var sent = await (await FormAsync(browser)).Attach("Files", "写真.png", picture).Attach("Files", "記録.txt", Text("一行目\n"))
            .SubmitAsync();

        sent.ShouldRedirectTo(Page);
        var page = await sent.FollowAsync();
        page.ShouldShow("添付しました。").ShouldShow("写真.png").ShouldShow("記録.txt");
        (await page.ClickAsync("写真.png")).ShouldBeOk().Content.ShouldBe(picture);
        (await EventsAsync(FileEvents.FileReceived), await EventsAsync(FileEvents.FileAttached)).ShouldBe((2, 2));
        var row = await App.World.Files.ReadAsync(file => file.Kind == FileKind.Png, file => new { file.Owner, file.KeptUntil, file.Size });
        row.ShouldBe(new { Owner = (string?)$"sample/{Sender:N}", KeptUntil = (DateTimeOffset?)null, Size = (long)picture.Length });
    }

    [Fact]
    public async Task CASE_1_FilesOfARefusedForm_AreListedAndSentOnceMoreByReference()
    {
        var browser = await SignedInAsync();
        var form = (await FormAsync(browser)).Fill("Note", "");
        var refused = await form.Attach("Files", "a.txt", Text("a")).Attach("Files", "b.txt", Text("b")).SubmitAsync();
        refused.ShouldBeRefused().ShouldShow("メモを入力してください").ShouldShow("a.txt (1 B)").ShouldShow("b.txt (1 B)");

        var unwanted = await App.World.Files.ReadAsync(file => file.Name == "b.txt", file => file.Id);
        var sent = await refused.Form().Fill("Note", "メモ").Uncheck("Files", unwanted.ToString()).SubmitAsync();

        (await sent.ShouldRedirectTo(Page).FollowAsync()).ShouldShow("a.txt").ShouldNotShow("b.txt");
        App.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        (await RemovalsAsync()).ShouldBe(1);
        (await App.World.Files.ListAsync(file => file.Name)).ShouldBe(["a.txt"]);
        (await App.World.FileChunks.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_1_AFieldInWhichNothingIsChosen_IsNoText()
    {
        var browser = await SignedInAsync();
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in (await FormAsync(browser)).Fields)
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        // As browsers send it.
        var nothing = new ByteArrayContent([]);
        nothing.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"Files\"; filename=\"\"");
        content.Add(nothing);

        var sent = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, Page) { Content = content });

        sent.ShouldRedirectTo(Page);
        (await App.World.Files.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("page.pdf", "<!doctype html>", "拡張子と一致しません")]
    [InlineData("x.pdf.exe", "MZ", "添付できない種類")]
    [InlineData("traffic.har", "{}", "添付できない種類")]
    [InlineData("traffic.txt", "Cookie: sid=1", "認証情報")]
    [InlineData("empty.txt", "", "空のファイル")]
    [InlineData("bare.docx", "PK\u0003\u0004", "中身を確認できません")]
    public async Task FI_01_FI_12_WhatIsNotTaken_IsSaidAtTheField_AndNothingIsKept(string name, string content, string message)
    {
        var browser = await SignedInAsync();
        var page = await (await FormAsync(browser)).Attach("Files", name, Text(content)).SubmitAsync();

        page.ShouldBeRefused().ShouldShow(message).ShouldShow(name);
        page.Find("[data-invalid] input[type=file]");
        (await SendAsync(browser, await FormAsync(browser), name, Text(content))).ShouldBeRefused();
        (await App.World.Files.CountAsync(), await App.World.FileChunks.CountAsync()).ShouldBe((0, 0));
        (await EventsAsync(FileEvents.FileRefused)).ShouldBe(2);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("..\\..\\boot.txt", "boot.txt")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("invoice\u202etxt.png.txt", "invoicetxt.png.txt")]
    [InlineData("<script>alert(1)</script>.txt", "script_.txt")]
    public async Task FI_02_ANameIsNeverAPath_AndIsShownHarmless(string name, string shown)
    {
        var browser = await SignedInAsync();
        var answer = await SendAsync(browser, await FormAsync(browser), name, Text("a"));
        JsonDocument.Parse(answer.ShouldBeOk().Body).RootElement.GetProperty("name").GetString().ShouldBe(shown);
        (await App.World.Files.ReadAsync(file => file.Name)).ShouldBe(shown);
    }

    [Fact]
    public async Task FI_03_FI_05_BombsAndGiants_AreRefused()
    {
        var browser = await SignedInAsync();
        var form = await FormAsync(browser);
        (await SendAsync(browser, form, "a.png", SamplePictures.Png(50_000, 50_000))).ShouldBeRefused();
        (await SendAsync(browser, form, "a.zip", Bomb())).ShouldBeRefused();
        (await App.World.Audit.CountAsync(happened => happened.Kind == FileEvents.FileRefused
            && happened.Reason == nameof(FileRefusal.ArchiveUnsafe))).ShouldBe(1);
        (await App.World.Files.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task FI_06_OneByteTooMany_IsRefused_AndTheExactSizeIsTaken()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Files = profile.Files with { LargestMegabytes = 1 } });
        var browser = await SignedInAsync();
        var largest = Enumerable.Repeat((byte)'a', 1024 * 1024).ToArray();
        (await SendAsync(browser, await FormAsync(browser), "a.txt", largest)).ShouldBeOk();
        var page = await (await FormAsync(browser)).Attach("Files", "b.txt", [.. largest, (byte)'a']).SubmitAsync();
        page.ShouldBeRefused().ShouldShow("「b.txt」は大きすぎます。1件1 MBまで");
        (await App.World.Files.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task FI_06_ABodyLargerThanAnyForm_IsRefusedAsAWhole()
    {
        var browser = await SignedInAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, Page) { Content = new ByteArrayContent([1]) };
        request.Content.Headers.ContentLength = 300L * 1024 * 1024;
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        StatusOf(await browser.SendAsync(request)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await App.World.Files.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task FI_06_OfElevenAtOnceForTenPlaces_TenAreTaken()
    {
        var browser = await SignedInAsync();
        var form = await FormAsync(browser);
        var files = Enumerable.Range(1, 11).ToList();
        var refused = 0;
        foreach (var three in files.Chunk(3))
        {
            var answers = await Task.WhenAll(three.Select(number => SendAsync(browser, form, $"{number}.txt", Text($"{number}"))));
            refused += answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity);
        }

        (refused, await App.World.Files.CountAsync()).ShouldBe((1, 10));
        var page = await (await FormAsync(browser)).Attach("Files", "12.txt", Text("12")).SubmitAsync();
        page.ShouldRedirectTo(Page);
        (await AttachAllAsync()).ShouldBe(AttachOutcome.TooMany);
        (await App.World.Files.CountAsync(file => file.Owner != null)).ShouldBe(1);
    }

    [Fact]
    public async Task FI_06_OfWhatNothingTook_AUserHasOneFormFullOfBytes()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { Files = profile.Files with { LargestMegabytes = 1, Most = 2 } });
        var browser = await SignedInAsync();
        var form = await FormAsync(browser);
        byte[] largest = [.. Enumerable.Repeat((byte)'a', 1024 * 1024)];
        (await SendAsync(browser, form, "a.txt", largest)).ShouldBeOk();
        (await SendAsync(browser, form, "b.txt", largest)).ShouldBeOk();

        (await SendAsync(browser, await FormAsync(browser), "c.txt", Text("c"))).ShouldBeRefused();
        (await App.World.Audit.ReadAsync(FileEvents.FileRefused, happened => happened.Reason)).ShouldBe("NoRoom");

        var other = await SignedInAsync(OtherId);
        (await SendAsync(other, await FormAsync(other), "d.txt", Text("d"))).ShouldBeOk();
    }

    [Fact]
    public async Task FI_06_RX_06_NobodyTakesTheRoomOfAll_WithinADay()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { Files = profile.Files with { LargestMegabytes = 1, Most = 1, RoomMegabytes = 20 } });
        var browser = await SignedInAsync();
        foreach (var name in new[] { "a.txt", "b.txt" })
        {
            (await SendAsync(browser, await FormAsync(browser), name, Bytes(900_000, name[0]))).ShouldBeOk();
            await App.World.Files.ChangeAllAsync(file => file.Owner, "case/something");
        }

        (await SendAsync(browser, await FormAsync(browser), "c.txt", Bytes(900_000, 'c'))).ShouldBeRefused();
        (await App.World.Audit.ReadAsync(FileEvents.FileRefused, happened => happened.Reason)).ShouldBe("NoRoom");
        var other = await SignedInAsync(OtherId);
        (await SendAsync(other, await FormAsync(other), "d.txt", Bytes(900_000, 'd'))).ShouldBeOk();
        App.Time.Advance(TimeSpan.FromHours(24.1));
        browser = await SignedInAsync();
        (await SendAsync(browser, await FormAsync(browser), "e.txt", Bytes(900_000, 'e'))).ShouldBeOk();
    }

    private static byte[] Bytes(int count, char of) => [.. Enumerable.Repeat((byte)of, count)];

    [Fact]
    public async Task FI_06_AFileForWhichThereIsNoForm_IsNotTaken()
    {
        var browser = await SignedInAsync();
        var form = await FormAsync(browser);
        (await SendAsync(browser, form, "a.txt", Text("a"), "/t/control/files/nothing")).ShouldBeNotFound();
        (await App.World.Files.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task FI_06_SITE_4_OutsideADemonstration_ItsFormTakesNothing()
    {
        await using var real = await PortalApp.CreateAsync();
        await new Account(Tenant, SenderId).AddToAsync(real);
        var browser = real.CreateBrowser();
        var form = (await browser.SignInAsync(Tenant, SenderId)).Form("form:has([name=__RequestVerificationToken])");
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields)
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        content.Add(new ByteArrayContent(Text("a")), "\"Files\"", "\"a.txt\"");

        (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, Page) { Content = content })).ShouldBeNotFound();
        (await SendAsync(browser, form, "a.txt", Text("a"))).ShouldBeNotFound();

        (await real.World.Files.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task FI_06_ATenantWithoutRoom_SaysSo()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Files = profile.Files with { RoomMegabytes = 1 } });
        var browser = await SignedInAsync();
        var form = await FormAsync(browser);
        (await SendAsync(browser, form, "a.txt", Enumerable.Repeat((byte)'a', 800_000).ToArray())).ShouldBeOk();
        var page = await (await FormAsync(browser)).Attach("Files", "b.txt", Enumerable.Repeat((byte)'b', 800_000).ToArray()).SubmitAsync();
        page.ShouldBeRefused().ShouldShow("保存容量の上限に達しています");
        (await App.World.Files.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task FI_11_TheSameFileTwice_IsThereOnce_AndTheFormLeadsToTheSamePage()
    {
        var browser = await SignedInAsync();
        var form = (await FormAsync(browser)).Attach("Files", "a.txt", Text("a"));
        var answers = await Task.WhenAll(form.SubmitAsync(by: browser.Now()), form.SubmitAsync(by: browser.Now()));
        answers.ShouldAllBe(answer => answer.Location == Page);
        (await EventsAsync(FileEvents.FileAttached)).ShouldBe(1);
        (await App.World.Files.CountAsync(file => file.Owner != null)).ShouldBe(1);
        (await form.SubmitAsync()).ShouldRedirectTo(Page);

        var again = await FormAsync(browser);
        var ids = new[] { await SendAsync(browser, again, "b.txt", Text("b")), await SendAsync(browser, again, "b.txt", Text("b")) }
            .Select(answer => JsonDocument.Parse(answer.ShouldBeOk().Body).RootElement.GetProperty("id").GetGuid());
        ids.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task RX_07_WhoSendsThreeFilesAtOnce_WaitsWithTheFourth()
    {
        var browser = await SignedInAsync();
        var form = await FormAsync(browser);
        var places = App.Services.GetService(typeof(Portal.Web.Http.Shares.UploadShares)) as Portal.Web.Http.Shares.UploadShares;
        var tenant = await App.QueryAsync(Tenant, db => Task.FromResult(db.Scope.Current));
        var held = Enumerable.Range(0, 3).Select(_ => places!.Enter(tenant, Sender).ShouldNotBeNull()).ToList();

        var turnedAway = await SendAsync(browser, form, "a.txt", Text("a"));
        StatusOf(turnedAway).ShouldBe(HttpStatusCode.TooManyRequests);
        turnedAway.Headers.ShouldContainKey("Retry-After");
        var whole = (await FormAsync(browser)).Attach("Files", "a.txt", Text("a"));
        StatusOf(await whole.SubmitAsync()).ShouldBe(HttpStatusCode.TooManyRequests);
        var other = await SignedInAsync(OtherId);
        (await SendAsync(other, await FormAsync(other), "a.txt", Text("a"))).ShouldBeOk();
        held.ForEach(place => place.Dispose());
        (await SendAsync(browser, form, "a.txt", Text("a"))).ShouldBeOk();
    }

    [Fact]
    public async Task WB_01_WithoutTheFormsToken_NothingIsReadAndNothingKept()
    {
        var browser = await SignedInAsync();
        var form = (await FormAsync(browser)).Forge("__RequestVerificationToken", "forged").Attach("Files", "a.txt", Text("a"));
        StatusOf(await form.SubmitAsync()).ShouldBe(HttpStatusCode.BadRequest);
        StatusOf(await SendAsync(browser, form, "a.txt", Text("a"))).ShouldBe(HttpStatusCode.BadRequest);
        (await App.World.Files.CountAsync()).ShouldBe(0);
    }

    private async Task<AttachOutcome> AttachAllAsync()
    {
        var ids = await App.World.Files.AskAsync(rows => rows.Where(file => file.Owner == null).Select(file => file.Id));
        ids.Count.ShouldBe(10);
        return await InTenantAsync(files => files.AttachAsync(new FileOwner("sample", Sender), Sender, ids));
    }

    private static byte[] Bomb()
    {
        using var made = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(made, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("a.txt").Open();
            var piece = Encoding.ASCII.GetBytes(new string('a', 1024 * 1024));
            for (var count = 0; count < 201; count++)
            {
                entry.Write(piece);
            }
        }

        return made.ToArray();
    }
}
