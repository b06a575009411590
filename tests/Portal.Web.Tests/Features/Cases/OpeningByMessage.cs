using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Tenants;
using Portal.Web.Jobs.Cases;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>Other systems open cases by a signed message (CASE-2, ADMIN-5).</summary>
public sealed class OpeningByMessage : CaseTest
{
    private const string Secret = "whsec_dGVzdC1zZWNyZXQtb2YtY2FzZXMtMDEyMzQ1Njc4OQ==";

    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Portal:Cases:WebhookSecrets:security"] = Secret };

    protected override string Shelf => "case messages";

    [Fact]
    public async Task CASE_2_AnAlarm_IsOpened_ForTheFirstManager_WhoIsTold()
    {
        var (status, body) = await SendAsync(Message());

        (status, body).ShouldBe((HttpStatusCode.Created, "{\"number\":\"CS0000001\"}"));
        var row = (await App.World.Cases.AskAsync(rows => rows)).ShouldHaveSingleItem();
        (row.Kind, row.Priority, row.Status, row.AuthorId, row.AssigneeId).ShouldBe(
            (CaseKind.Alarm, CasePriority.High, CaseStatus.InProgress, Manager, null));
        (await App.World.Audit.CountAsync("case-opened")).ShouldBe(1);
        (await App.MailsAsync("taro@example.jp")).Single().Subject.ShouldStartWith("新しいケースがあります（CS0000001）");
        (await (await SignedInAsync(ManagerId)).GetAsync(PathOf(1))).ShouldShow("web01 が応答しません");
        (await (await AgentAsync()).GetAsync("/admin/cases?view=unassigned")).ShouldShow("web01 が応答しません");
    }

    [Fact]
    public async Task CASE_2_TheSameMessageFiveTimes_OnTwoNodesAtOnce_IsOneCase()
    {
        await using var other = App.SecondNode();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5)
            .Select(i => Task.Run(() => SendAsync(Message(), node: i % 2 == 0 ? App : other))));

        answers.Select(answer => answer.Body).Distinct().ShouldBe(["{\"number\":\"CS0000001\"}"]);
        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        (await App.World.Cases.CountAsync()).ShouldBe(1);
        (await App.World.Mails.CountAsync()).ShouldBe(1);
        (await SendAsync(Message(), id: "msg_2")).Body.ShouldBe("{\"number\":\"CS0000002\"}");
    }

    [Fact]
    public async Task CASE_2_CASE_7_ML_08_AStormOfAlarms_IsOneMailAndOneDigest()
    {
        for (var i = 0; i < 12; i++)
        {
            (await SendAsync(Message(), id: $"msg_{i}")).Status.ShouldBe(HttpStatusCode.Created);
        }

        (await App.World.Mails.CountAsync()).ShouldBe(1);
        App.Time.Advance(DigestRules.Window);
        await App.Services.GetRequiredService<CaseDigestRound>().RunOnceAsync(CancellationToken.None);

        var digest = (await App.MailsAsync("taro@example.jp"))[1];
        digest.Subject.ShouldStartWith("ケースに11件の更新があります");
        digest.Text.ShouldContain("/cases/CS0000012");
    }

    [Fact]
    public async Task CASE_2_EachTenantHasASecretOfItsOwn_OrTheStartStops()
    {
        await using var app = await PortalApp.CreateAsync(new Dictionary<string, string?>
        {
            ["Portal:Cases:WebhookSecrets:security"] = Secret,
            ["Portal:Cases:WebhookSecrets:control"] = Secret,
        });

        Should.Throw<OptionsValidationException>(() => app.Services).Message.ShouldContain("a secret of its own");
    }

    [Fact]
    public async Task CASE_2_AContactThatIsNamed_IsTold()
    {
        (await SendAsync(Message(contact: AuthorId))).Status.ShouldBe(HttpStatusCode.Created);
        (await App.World.Mails.RecipientsAsync()).ShouldBe(["hanako@example.jp"]);
    }

    [Theory]
    [InlineData("contract", "N000000000", null, "alarm", null, "件名", "内容")]
    [InlineData("contact", Contract, StrangerId, "alarm", null, "件名", "内容")]
    [InlineData("kind", Contract, null, "workRequest", null, "件名", "内容")]
    [InlineData("kind", Contract, null, "Alarm", null, "件名", "内容")]
    [InlineData("priority", Contract, null, "alarm", "9", "件名", "内容")]
    [InlineData("subject", Contract, null, "alarm", null, null, "内容")]
    [InlineData("text", Contract, null, "alarm", null, "件名", " ")]
    public async Task CASE_2_WhatIsWrong_IsNamed_AndMendedUnderTheSameId(string field, string contract, string? contact, string kind,
        string? priority, string? subject, string text)
    {
        var (status, body) = await SendAsync(JsonSerializer.Serialize(new
        {
            type = "cases.open",
            data = new { contract, contact, kind, priority, subject, text },
        }));

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonDocument.Parse(body).RootElement.GetProperty("problems").EnumerateObject().Select(each => each.Name).ShouldBe([field]);
        (await App.World.Cases.CountAsync()).ShouldBe(0);
        (await SendAsync(Message())).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"type\":\"cases.open\"}")]
    [InlineData("{\"type\":\"cases.open\",\"data\":[1]}")]
    [InlineData("{\"type\":\"orders.result\",\"data\":{}}")]
    public async Task CASE_2_WhatIsNoMessage_IsRefused(string body) =>
        (await SendAsync(body)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task CASE_2_WhatIsNotSignedRightNow_OrSentElsewhere_IsRefused()
    {
        const string other = "whsec_YW5vdGhlci1zZWNyZXQtb2Ytc29tZWJvZHktZWxzZQ==";
        (await SendAsync(Message(), secret: other)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(Message(), secondsAgo: 301)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(Message(), secondsAgo: -301)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(Message(), tenant: "control")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(Message(), tenant: "nowhere")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await App.World.Cases.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task AZ_21_ASuspendedTenant_TakesNoMessage_AndTakesTheSameOneWhenItIsResumed()
    {
        await SwitchAsync((tenants, id) => tenants.SuspendAsync(id, "契約の終了"));
        (await SendAsync(Message())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await App.World.Cases.CountAsync()).ShouldBe(0);

        await SwitchAsync((tenants, id) => tenants.ResumeAsync(id, "再契約"));

        (await SendAsync(Message())).Status.ShouldBe(HttpStatusCode.Created);
    }

    private Task<bool> SwitchAsync(Func<TenantSwitch, Guid, Task<bool>> act) => App.InTenantAsync(Tenant,
        services => act(services.GetRequiredService<TenantSwitch>(), services.GetRequiredService<TenantScope>().Current));

    private static string Message(string? contact = null) => JsonSerializer.Serialize(new
    {
        type = "cases.open",
        data = new
        {
            contract = Contract,
            contact,
            kind = "alarm",
            priority = "high",
            subject = "web01 が応答しません",
            text = "5分間応答がありません",
        },
    });

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string body, string id = "msg_1", string secret = Secret,
        int secondsAgo = 0, string tenant = Tenant, PortalApp? node = null)
    {
        var seconds = App.Time.GetUtcNow().ToUnixTimeSeconds() - secondsAgo;
        var stamp = seconds.ToString(CultureInfo.InvariantCulture);
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{stamp}.{body}"));
        using var post = new HttpRequestMessage(HttpMethod.Post, $"/hooks/{tenant}/cases")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        post.Headers.Add("webhook-id", id);
        post.Headers.Add("webhook-timestamp", stamp);
        post.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(signature));
        var answer = await (node ?? App).CreateBrowser().SendAsync(post);
        return (answer.Status, answer.Body);
    }
}
