using System.Net;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Telephony;

/// <summary>Who is let in, and what strangers learn.</summary>
public sealed class AtTheWebhook : VoiceTest
{
    private const string Main = "0666660001";

    [Theory]
    [InlineData("none")]
    [InlineData("empty")]
    [InlineData("wrong")]
    [InlineData("another tenant's secret")]
    [InlineData("another address")]
    [InlineData("another body")]
    public async Task CALL_1_IV_W01_WithoutTheRightSignature_NothingHappens(string fault)
    {
        await new HomeLine("4900000001", AuthenticationUnit.Line, Main).AddToAsync(App);
        var provider = fault == "another tenant's secret" ? new VoiceProvider(Webhook, Secret + "2", App.CreateClient()) : Provider();
        provider.Signature = right => fault switch
        {
            "none" => null,
            "empty" => "",
            "wrong" => Convert.ToBase64String(new byte[20]),
            "another address" => Signed(Webhook + "?turn=0"),
            "another body" => Signed(Webhook.ToString()),
            _ => right,
        };

        var call = await provider.DialAsync("+81666660001");

        call.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await App.World.PhoneCalls.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("phone-call-ended")).ShouldBe(0);
    }

    [Fact]
    public async Task IV_W01_APage_IsNoPost_AndAQueryThatIsAdded_BreaksTheSignature()
    {
        (await App.CreateBrowser().GetAsync(Webhook.AbsolutePath)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await new HomeLine("4900000001", AuthenticationUnit.Line, Main).AddToAsync(App);
        var call = await Provider().DialAsync(Main);
        var unsigned = new VoiceProvider(new Uri(Webhook + "?turn=1&more=1"), Secret, App.CreateClient())
        {
            Signature = _ => Signed(Webhook + "?turn=1"),
        };

        (await unsigned.DialAsync(Main)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await call.PressAsync("1");
        call.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("control")]
    [InlineData("admin")]
    public async Task CALL_1_ATenantThatTakesNoCalls_HasNoWebhook(string slug)
    {
        var provider = new VoiceProvider(new Uri(Webhook, $"/telephony/{slug}/voice"), Secret, App.CreateClient());

        (await provider.DialAsync(Main)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await App.CreateBrowser().GetAsync("/t/homephone/telephony/homephone/voice")).ShouldBeNotFound();
    }

    /// <summary>As it may be stored from before that was asked (ADMIN-3).</summary>
    [Fact]
    public async Task CALL_1_WhereNoNumberSignsIn_NoCallIsTaken()
    {
        await App.ChangeProfileAsync("homephone", profile => profile with
        {
            Doors = [.. profile.Doors.Select(door => door with { Identifier = door.Identifier with { Kind = IdentifierKind.LoginId } })],
        });
        var provider = new VoiceProvider(Webhook, Secret, App.CreateClient());

        (await provider.DialAsync(Main)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("+81312345678")]
    [InlineData("0312345678")]
    [InlineData("+14158675309")]
    [InlineData("anonymous")]
    [InlineData("")]
    [InlineData("+810666660001")]
    [InlineData("81666660001")]
    [InlineData("+8166666000")]
    [InlineData("+81666660001'; DROP TABLE x")]
    [InlineData("６６６６６０００１")]
    public async Task EN_11_CALL_1_IV_W04_EveryUnknownCaller_HearsTheSame(string from)
    {
        await new HomeLine("4900000001", AuthenticationUnit.Line, Main).AddToAsync(App);
        var stranger = await Provider().DialAsync("+81399999999");

        var call = await Provider().DialAsync(from);

        call.ShouldBeOver().Answer.ShouldBe(stranger.Answer);
        call.ShouldSay("仮パスワードを設定できません");
        (await App.World.PhoneCalls.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("+81666660001")]
    [InlineData("0666660001")]
    public async Task CALL_1_AKnownLine_IsKnownInBothSpellings(string from)
    {
        await new HomeLine("4900000001", AuthenticationUnit.Line, Main).AddToAsync(App);

        (await Provider().DialAsync(from)).ShouldSay("認証単位").IsOver.ShouldBeFalse();
    }

    [Fact]
    public async Task EN_11_IV_W06_AnotherContractsNumber_IsAsWrongAsNone_AndIsRecorded()
    {
        var ids = await new HomeLine("4900000001", AuthenticationUnit.Number, Main).AddToAsync(App);
        await new HomeLine("4900000002", AuthenticationUnit.Number, "0677770001").AddToAsync(App);
        var call = await Provider().DialAsync(Main);
        await call.PressAsync("2");

        await call.PressAsync("0677770001#");
        var taken = call.Answer;
        await call.PressAsync("0677779999#");

        call.Answer.Replace("turn=4", "turn=3", StringComparison.Ordinal).ShouldBe(taken);
        call.ShouldSay("番号が違います");
        await call.PressAsync("0677770001#");
        call.ShouldBeOver().ShouldSay("3回");
        (await App.World.Audit.CountAsync("phone-call-wrong-number", ids[Main])).ShouldBe(2);
        (await App.World.Audit.ReadAsync("phone-call-ended", ids[Main], happened => happened.Reason)).ShouldBe("TooManyWrong");
    }

    [Fact]
    public async Task CALL_6_TheEleventhCallOfALineWithinAnHour_IsToldSo()
    {
        await new HomeLine("4900000001", AuthenticationUnit.Line, Main, "0666660002").AddToAsync(App);
        for (var i = 0; i < 10; i++)
        {
            (await Provider().DialAsync(i % 2 == 0 ? Main : "0666660002")).IsOver.ShouldBeFalse();
        }

        (await Provider().DialAsync(Main)).ShouldBeOver().ShouldSay("上限");
        (await Provider().DialAsync("0666660002")).ShouldBeOver().ShouldSay("上限");
        (await App.World.Audit.CountAsync("phone-call-turned-away")).ShouldBe(2);

        App.Time.Advance(TimeSpan.FromMinutes(61));
        (await Provider().DialAsync(Main)).IsOver.ShouldBeFalse();
    }

    private static string Signed(string address)
    {
        var text = address + "CallSidCA1From" + Main;
#pragma warning disable CA5350 // what providers sign with
        return Convert.ToBase64String(System.Security.Cryptography.HMACSHA1.HashData(
            System.Text.Encoding.UTF8.GetBytes(Secret), System.Text.Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
