using System.Text;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Tests.Outbox.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    /// <summary>The example that the convention has published.</summary>
    [Fact]
    public void OPT_3_TheSignature_IsThatOfStandardWebhooks() =>
        Of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}""").ShouldBe(Signature);

    [Theory]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJel", 1614265330, """{"test": 2432232314}""")]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265331, """{"test": 2432232314}""")]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232315}""")]
    public void OPT_3_ItHolds_ForThisIdTimeAndBodyAlone(string id, long timestamp, string body) =>
        Of(id, timestamp, body).ShouldNotBe(Signature);

    private static string Of(string id, long timestamp, string body) =>
        WebhookSignature.Of([WebhookSecret.TryRead(Secret)!], id, timestamp, Encoding.UTF8.GetBytes(body));
}
