using System.Net;
using Portal.Rules.Telephony;
using Portal.TestKit.Telephony;

namespace Portal.Web.Tests.Features.Telephony;

public sealed class DigitsStaySecret : VoiceTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-log").FullName;

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(base.Settings)
    {
        ["Logging:LogLevel:Default"] = "Debug",
        ["Portal:LogFile"] = Path.Combine(folder, "portal-.log"),
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task CALL_5_IV_W08_WhatIsKeyedIn_ReachesNeitherLogNorDatabase()
    {
        await new HomeLine("4900000001", AuthenticationUnit.Line, "0666660001").AddToAsync(App);
        var call = await Provider().DialAsync("0666660001");
        await call.PressAllAsync("1", "2048159", Good);
        (await App.World.EverythingAsync()).ShouldSatisfyAllConditions(
            rows => rows.ShouldContain("0666660001"), rows => rows.ShouldNotContain(Good), rows => rows.ShouldNotContain("2048159"));
        await call.PressAsync(Other);
        await call.PostAsync(new Uri(Webhook + "?turn=77"), new() { ["Digits"] = Good });
        call.Status.ShouldBe(HttpStatusCode.Forbidden);
        var forged = Provider();
        forged.Signature = _ => "no signature";
        await forged.Resume(call.Id, "0666660001").PostAsync(Webhook, new() { ["Digits"] = Good });
        await (await Provider().DialAsync("0666660001")).PressAllAsync("1", Good, Good);

        var everything = await App.World.EverythingAsync() + await LogAsync();

        everything.ShouldContain("telephony/{slug}/voice");
        everything.ShouldNotContain(Good);
        everything.ShouldNotContain(Other);
        (await App.World.PhoneCalls.CountAsync(row => row.EntryHash != null)).ShouldBe(0);
    }

    private async Task<string> LogAsync()
    {
        await using var stream = new FileStream(Directory.GetFiles(folder).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
