using System.Net;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Telephony;

/// <summary>Posts that come twice, late, out of order, or at another node.</summary>
public sealed class PostsOutOfStep : VoiceTest
{
    private const string Main = "0666660001";

    [Fact]
    public async Task IV_W02_IV_W07_EveryAnswerLostOnce_ChangesNothing()
    {
        var ids = await ContractAsync();
        var provider = Provider();
        provider.AnswersLost = 1;
        var call = await provider.DialAsync(Main);
        foreach (var keys in new[] { "1", "00000000", Good, Good })
        {
            provider.AnswersLost = 1;
            await call.PressAsync(keys);
        }

        call.ShouldBeOver().ShouldSay("設定しました");
        (await App.World.TemporaryPasswords.CountAsync(row => row.UserId == ids[Main])).ShouldBe(1);
        (await App.World.Audit.CountAsync("phone-call-ended", ids[Main])).ShouldBe(1);
        (await App.World.PhoneCalls.ReadAsync(row => row.Wrong)).ShouldBe(1);
    }

    [Fact]
    public async Task CALL_4_IV_W02_TheSamePost_GetsTheSameAnswer()
    {
        await ContractAsync();
        var call = await Provider().DialAsync(Main);
        foreach (var keys in new[] { "", "1", "1234", Good, Other, Good, Good })
        {
            await call.PressAsync(keys);
            var first = call.Answer;
            await call.RepeatAsync();
            call.Answer.ShouldBe(first);
        }

        call.ShouldBeOver();
    }

    [Fact]
    public async Task IV_W02_AfterTheCallEnded_ItsIdOpensNothing()
    {
        await ContractAsync();
        var call = await Provider().DialAsync(Main);
        await call.PressAsync("1");
        var password = call.Next;
        await call.PressAllAsync(Good, Good);

        await call.PostAsync(password, new() { ["Digits"] = Other });
        call.Status.ShouldBe(HttpStatusCode.Forbidden);
        await call.PostAsync(Webhook, []);
        call.Status.ShouldBe(HttpStatusCode.Forbidden);

        (await App.CreateBrowser().TrySignInAsync("homephone", Main, Good)).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData(20, HttpStatusCode.OK)]
    [InlineData(21, HttpStatusCode.Forbidden)]
    public async Task IV_W07_TheLastWord_IsSaidOnceMoreOnlyForAWhile(int seconds, HttpStatusCode expected)
    {
        await ContractAsync();
        var call = await Provider().DialAsync(Main);
        await call.PressAllAsync("1", Good, Good);
        App.Time.Advance(TimeSpan.FromSeconds(seconds));

        await call.RepeatAsync();

        call.Status.ShouldBe(expected);
    }

    [Theory]
    [InlineData(180, HttpStatusCode.OK)]
    [InlineData(181, HttpStatusCode.Forbidden)]
    public async Task CALL_4_IV_W02_BetweenTwoPosts_ThreeMinutesMayPass(int seconds, HttpStatusCode expected)
    {
        var ids = await ContractAsync();
        var call = await Provider().DialAsync(Main);
        await call.PressAllAsync("1", Good);
        App.Time.Advance(TimeSpan.FromSeconds(seconds));

        await call.PressAsync(Good);

        call.Status.ShouldBe(expected);
        (await App.World.TemporaryPasswords.CountCurrentAsync(ids[Main])).ShouldBe(expected == HttpStatusCode.OK ? 1 : 0);
    }

    [Fact]
    public async Task IV_W03_StepsOutOfOrder_AreRefused()
    {
        var ids = await ContractAsync();
        var call = await Provider().DialAsync(Main);
        foreach (var turn in new[] { "2", "3", "9", "-1", "x", "99999999999" })
        {
            await call.PostAsync(new Uri(Webhook + "?turn=" + turn), new() { ["Digits"] = Good });
            call.Status.ShouldBe(HttpStatusCode.Forbidden, turn);
        }

        await call.PressAsync("1");
        var next = call.Next;
        await call.HangUpAsync();
        await call.PostAsync(next, new() { ["Digits"] = Good });
        call.Status.ShouldBe(HttpStatusCode.Forbidden);
        await call.PostAsync(Webhook, []);
        call.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await App.World.TemporaryPasswords.CountCurrentAsync(ids[Main])).ShouldBe(0);
        (await App.World.Audit.ReadAsync("phone-call-ended", ids[Main], happened => happened.Reason)).ShouldBe("HungUp");
    }

    [Fact]
    public async Task IV_W03_WhoeverPressesNothing_IsAskedThreeTimes()
    {
        await ContractAsync();
        var call = await Provider().DialAsync(Main);
        await call.WaitAsync();
        call.ShouldSay("お選びいただけません").ShouldSay("認証単位");
        await call.WaitAsync();
        await call.WaitAsync();

        call.ShouldBeOver().ShouldSay("3回");
    }

    [Fact]
    public async Task CALL_4_ACallWhosePostsReachTheNodesInTurn_EndsRight()
    {
        var ids = await ContractAsync();
        await using var node = App.SecondNode();
        var provider = Provider(App, node);
        provider.AnswersLost = 1;
        var call = await provider.DialAsync(Main);
        await call.PressAsync("1");
        provider.AnswersLost = 2;
        await call.PressAsync(Good);
        provider.AnswersLost = 1;
        await call.PressAsync(Good);

        call.ShouldBeOver().ShouldSay("設定しました");
        (await App.World.TemporaryPasswords.CountAsync(row => row.UserId == ids[Main])).ShouldBe(1);
    }

    [Fact]
    public async Task IV_W07_TheSamePostAtBothNodesAtOnce_HasOneEffect()
    {
        var ids = await ContractAsync();
        await using var node = App.SecondNode();
        var call = await Provider().DialAsync(Main);
        await call.PressAllAsync("1", Good);
        var last = call.Next;

        // The same call, as two posts under way at once tell it.
        var twins = new[] { App, node }.Select(at => Twin(call, at)).ToList();
        await Task.WhenAll(twins.Select(twin => Task.Run(() => twin.PostAsync(last, new() { ["Digits"] = Good }))));

        twins[0].ShouldBeOver().Answer.ShouldBe(twins[1].Answer);
        (await App.World.TemporaryPasswords.CountAsync(row => row.UserId == ids[Main])).ShouldBe(1);
        (await App.World.Audit.CountAsync("phone-call-ended", ids[Main])).ShouldBe(1);
    }

    [Fact]
    public async Task CALL_4_AfterANodeDied_AnotherGoesOn()
    {
        var ids = await ContractAsync();
        var node = App.SecondNode();
        var call = await Provider(node, App).DialAsync(Main);
        await call.PressAsync("1");
        await node.DisposeAsync();
        var rest = Twin(call, App);

        await rest.PostAsync(call.Next, new() { ["Digits"] = Good });
        await rest.PressAsync(Good);

        rest.ShouldBeOver().ShouldSay("設定しました");
        (await App.World.TemporaryPasswords.CountCurrentAsync(ids[Main])).ShouldBe(1);
    }

    private VoiceCall Twin(VoiceCall call, PortalApp at) => Provider(at).Resume(call.Id, Main);

    private Task<IReadOnlyDictionary<string, Guid>> ContractAsync() =>
        new HomeLine("4900000001", AuthenticationUnit.Line, Main, "0666660002").AddToAsync(App);
}
