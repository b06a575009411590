using Portal.TestKit.Mail;
using Portal.Web.Mail.Smtp;
using Portal.Web.Outbox;

namespace Portal.Web.Tests.Mail.Smtp;

/// <summary>ML_09: a mail server that takes tokens instead of passwords (OAuth 2.0, client credentials).</summary>
public sealed class SmtpTokensTests : SmtpTest, IAsyncLifetime
{
    private const string User = "portal@example.jp";
    private readonly TestSmtpServer server = new() { User = User, Password = "token-1", Mechanisms = "LOGIN PLAIN XOAUTH2" };
    private readonly HandClock clock = new();
    private TokenEndpoint endpoint = null!;

    public async ValueTask InitializeAsync() => endpoint = await TokenEndpoint.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await endpoint.DisposeAsync();
    }

    [Theory]
    [InlineData("LOGIN PLAIN XOAUTH2", "XOAUTH2")]
    [InlineData("PLAIN OAUTHBEARER XOAUTH2", "OAUTHBEARER")]
    public async Task ML_09_TheServerIsShownATokenOfTheEndpoint(string offered, string used)
    {
        server.Mechanisms = offered;
        await using var transport = Transport();

        (await SendAsync(transport)).ShouldBeOfType<Delivery.Accepted>();

        var mail = await server.NextAsync();
        (mail.User, mail.Tls).ShouldBe((User, true));
        server.Used.ShouldBe([used]);
        endpoint.Asked.ShouldHaveSingleItem().ShouldBe(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "the portal",
            ["client_secret"] = "s&cret=",
            ["scope"] = "https://mail.example.jp/.default",
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task ML_09_OneTokenServesManyConnections_UntilShortlyBeforeItsEnd()
    {
        server.MailsAConnection = 1;
        await using var transport = Transport();

        await Parallel.ForEachAsync(Enumerable.Range(0, 12), new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (_, _) => (await SendAsync(transport)).ShouldBeOfType<Delivery.Accepted>());
        clock.Advance(TimeSpan.FromHours(1) - SmtpTokens.Margin - TimeSpan.FromSeconds(1));
        (await SendAsync(transport)).ShouldBeOfType<Delivery.Accepted>();
        endpoint.Asked.Count.ShouldBe(1);

        clock.Advance(TimeSpan.FromSeconds(1));
        server.Password = "token-2";
        (await SendAsync(transport)).ShouldBeOfType<Delivery.Accepted>();
        endpoint.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ML_09_ATokenThatIsRefused_IsNotShownAgain()
    {
        server.Password = "token-2";
        await using var transport = Transport();

        (await SendAsync(transport)).ShouldBeOfType<Delivery.Deferred>().Reason.ShouldContain("AuthenticationException");
        (await SendAsync(transport)).ShouldBeOfType<Delivery.Accepted>();

        endpoint.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"access_token":"token-{0}"}""")]
    [InlineData("""{"access_token":"token-{0}","expires_in":60}""")]
    [InlineData("""{"access_token":"token-{0}","expires_in":"60"}""")]
    public async Task ML_09_ATokenOfWhichNobodySaysHowLongItLasts_OrNotLong_IsForOneConnection(string answer)
    {
        (endpoint.Answer, server.MailsAConnection) = (answer, 1);
        await using var transport = Transport();

        (await SendAsync(transport)).ShouldBeOfType<Delivery.Accepted>();
        server.Password = "token-2";
        (await SendAsync(transport)).ShouldBeOfType<Delivery.Accepted>();
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_client"}""", "401")]
    [InlineData(302, "", "302")]
    [InlineData(200, "<html>", "no token")]
    [InlineData(200, """{"expires_in":3600}""", "no token")]
    [InlineData(200, """{"access_token":"","expires_in":3600}""", "no token")]
    public async Task ML_04_AnEndpointThatGivesNone_DefersTheMail_AndIsNamed(int status, string answer, string reason)
    {
        (endpoint.Status, endpoint.Answer) = (status, answer);
        await using var transport = Transport();

        (await SendAsync(transport)).ShouldBeOfType<Delivery.Deferred>().Reason.ShouldContain(reason);

        server.Used.ShouldBeEmpty("neither a password nor an empty token is tried instead");
        server.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task ML_04_AnEndpointThatIsAway_DefersTheMail()
    {
        await using var transport = Transport();
        await endpoint.DisposeAsync();

        (await SendAsync(transport)).ShouldBeOfType<Delivery.Deferred>().Reason.ShouldNotContain("s&cret=");
    }

    private static Task<Delivery> SendAsync(SmtpMailTransport transport) => transport.SendAsync(Mail, CancellationToken.None);

    private SmtpMailTransport Transport() => Transport(
        server,
        Trusted,
        options =>
        {
            (options.StartTls, options.User) = (true, User);
            options.OAuth = new SmtpOAuthOptions
            {
                TokenEndpoint = endpoint.Address,
                ClientId = "the portal",
                ClientSecret = "s&cret=",
                Scope = "https://mail.example.jp/.default",
            };
        },
        clock);
}
