using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Rules.Orders;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Dev.Phone;
using Portal.Web.Features.Orders.Addresses;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Tests.Features.Dev;

/// <summary>The demonstration's back office, told by hand as the docs show it.</summary>
public sealed class BackOfficeTests : IAsyncLifetime
{
    private const string BackOffice = "/dev/backoffice";
    private const string Secret = "demo-back-office-secret-0001";

    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        var wire = new BackIn();
        app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" },
            services => services.Replace(ServiceDescriptor.Singleton(new SimulatedWire(wire))));
        wire.InnerHandler = app.Server.CreateHandler();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task SITE_4_ORDER_5_OutsideADemonstration_ThereIsNone()
    {
        await using var real = await PortalApp.CreateAsync();

        (await real.CreateBrowser().GetAsync(BackOffice)).ShouldBeNotFound();
    }

    [Fact]
    public async Task ORDER_5_Accepting_AnswersOverTheSignedWebhook_AndArranges()
    {
        var order = await ReceivedAsync();

        (await TellAsync("msg_1", order)).ShouldBe(HttpStatusCode.NoContent);
        (await TellAsync("msg_1", order)).ShouldBe(HttpStatusCode.NoContent);

        (await StatusAsync(order)).ShouldBe(OrderStatus.Arranged);
        (await app.CreateBrowser().GetAsync(BackOffice)).ShouldBeOk().ShouldShow(order.ToString()).ShouldShow("accepted 204, arranged 204");
    }

    [Theory]
    [InlineData("Refusing", OrderStatus.Failed, "failed 204")]
    [InlineData("Twice", OrderStatus.Accepted, "accepted 204, accepted 204")]
    public async Task ORDER_5_ItRefuses_OrAnswersTwice_WithOneEffect(string mode, OrderStatus status, string answers)
    {
        var (order, browser) = (await ReceivedAsync(), app.CreateBrowser());
        var recorded = status == OrderStatus.Failed ? "order-failed" : "order-accepted";
        await SwitchAsync(browser, mode);

        await TellAsync("msg_1", order);

        (await StatusAsync(order)).ShouldBe(status);
        (await app.World.Audit.CountAsync(recorded)).ShouldBe(1);
        (await browser.GetAsync(BackOffice)).ShouldShow(answers);
    }

    [Fact]
    public async Task ORDER_5_ItWaits_UntilTheButtonIsPressed()
    {
        var (order, browser) = (await ReceivedAsync(), app.CreateBrowser());
        await SwitchAsync(browser, "Waiting");
        await TellAsync("msg_1", order);
        (await StatusAsync(order)).ShouldBe(OrderStatus.Received);

        (await (await browser.GetAsync(BackOffice)).Form("form[action$=answers]").SubmitAsync()).ShouldRedirectTo(BackOffice);

        (await StatusAsync(order)).ShouldBe(OrderStatus.Arranged);
        (await browser.GetAsync(BackOffice)).Has("form[action$=answers]").ShouldBeFalse();
    }

    [Fact]
    public async Task ORDER_5_WhatIsNotSigned_IsNotTaken()
    {
        (await TellAsync("msg_1", await ReceivedAsync(), "another-secret-of-somebody-else")).ShouldBe(HttpStatusCode.Unauthorized);

        (await app.CreateBrowser().GetAsync(BackOffice)).ShouldShow("まだ届いていません");
    }

    [Theory]
    [InlineData("""{"type":"orders.submitted","data":{"order":{"number":null}}}""")]
    [InlineData("""{"type":null,"data":{"order":{"number":"R0000001"}}}""")]
    [InlineData("""{"type":"orders.submitted","data":{"number":null}}""")]
    [InlineData("""{"type":"orders.submitted","data":null}""")]
    [InlineData("""{"type":"orders.submitted"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task ORDER_5_WhatNamesNoApplication_IsRefused(string body)
    {
        (await PostAsync("msg_1", body)).ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await app.CreateBrowser().GetAsync(BackOffice)).ShouldShow("まだ届いていません");
    }

    [Fact]
    public async Task ORDER_1_OrdersOfTheDemonstration_LastTheirMinimumTerms() =>
        (await app.World.Orders.AskAsync(rows => rows.Where(row => row.Kind != OrderKind.Cancellation
            && row.Lines.Any(line => line.MinimumMonths > row.Months)))).ShouldBeEmpty();

    /// <summary>Forms begin with them, and must not be refused for them.</summary>
    [Fact]
    public async Task ORDER_2_TelephoneNumbersOfTheDemonstration_AreSuchAsTheFormsTake()
    {
        var numbers = (await app.World.Orders.ListAsync(row => row.ContactPhone)).Concat(
            await app.World.Orders.ListAsync(row => row.Address.Phone)).Concat(
            await app.World.DeliveryTemplates.ListAsync(row => row.Address.Phone)).Distinct().ToList();

        numbers.ShouldNotBeEmpty();
        numbers.ShouldAllBe(number => new CalledPhoneField().Read(number) == new FieldReading<string>(number, null));
    }

    [Fact]
    public async Task ORDER_5_AModeThatThereIsNot_IsRefused()
    {
        var form = (await app.CreateBrowser().GetAsync(BackOffice)).Form();

        (await form.Forge("Mode", "Sleeping").SubmitAsync()).ShouldBeRefused().ShouldShow("答え方を選択してください");
    }

    private static async Task SwitchAsync(PortalBrowser browser, string mode) =>
        (await (await browser.GetAsync(BackOffice)).ShouldBeOk().Form().Choose("Mode", mode).SubmitAsync()).ShouldRedirectTo(BackOffice);

    /// <summary>An order of the demonstration that waits for a result.</summary>
    private async Task<OrderNumber> ReceivedAsync() => new(OrderKind.Order, await app.World.Orders.ReadAsync(
        row => row.Kind == OrderKind.Order && row.Status == OrderStatus.Received, row => row.Number));

    private Task<OrderStatus> StatusAsync(OrderNumber order) =>
        app.World.Orders.ReadAsync(row => row.Kind == order.Kind && row.Number == order.Number, row => row.Status);

    private Task<HttpStatusCode> TellAsync(string id, OrderNumber order, string secret = Secret) => PostAsync(id,
        JsonSerializer.Serialize(new { type = "orders.submitted", data = new { order = new { number = order.ToString() } } }), secret);

    private async Task<HttpStatusCode> PostAsync(string id, string body, string secret = Secret)
    {
        var at = app.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{id}.{at}.{body}"));
        var post = new HttpRequestMessage(HttpMethod.Post, BackOffice + "/rental/hooks")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        post.Headers.Add("webhook-id", id);
        post.Headers.Add("webhook-timestamp", at);
        post.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(signed));
        return (await app.CreateBrowser().SendAsync(post)).Status;
    }

    private sealed class BackIn : DelegatingHandler;
}
