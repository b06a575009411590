using Microsoft.Extensions.Options;
using Portal.TestKit.Webhooks;
using Portal.Web.Outbox.Webhooks;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Outbox.Webhooks;

public sealed class WebhookOptionsTests
{
    private const string Url = "https://hooks.example.jp/portal";

    [Theory]
    [InlineData(Url, false, true)]
    [InlineData("http://hooks.example.jp/portal", false, false)]
    [InlineData("http://hooks.example.jp/portal", true, false)]
    [InlineData("http://localhost:8080/", true, true)]
    [InlineData("http://127.0.0.1:8080/", true, true)]
    [InlineData("http://localhost:8080/", false, false)]
    [InlineData("https://user:password@hooks.example.jp/", false, false)]
    [InlineData("https://hooks.example.jp/#part", false, false)]
    [InlineData("file:///etc/passwd", true, false)]
    [InlineData("/hooks", true, false)]
    public void AnAddressIsHttps_OnLoopbackInDemonstrationModeAlsoHttp(string url, bool demo, bool usable) =>
        IsUsable(endpoint => endpoint.Url = new Uri(url, UriKind.RelativeOrAbsolute), demo).ShouldBe(usable);

    [Theory]
    [InlineData("", false)]
    [InlineData("whsec_", false)]
    [InlineData("whsec_c2hvcnQ=", false)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false)]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!", false)]
    public void ASecretHasItsFormAndAtLeast24Bytes(string secret, bool usable)
    {
        IsUsable(endpoint => endpoint.Secret = secret).ShouldBe(usable);
        IsUsable(endpoint => endpoint.FormerSecret = secret).ShouldBe(usable || secret.Length == 0);
    }

    [Fact]
    public void TwoEndpointsOfOneArea_AndLimitsThatOutlastALease_StopTheStart()
    {
        Check(new WebhookOptions { Endpoints = { ["a"] = Endpoint(), ["b"] = Endpoint() } }).ShouldBeFalse();
        Check(new WebhookOptions { Endpoints = { ["a"] = Endpoint(), ["b"] = Endpoint("provisioning") } }).ShouldBeTrue();
        Check(new WebhookOptions { TimeoutSeconds = 26 }).ShouldBeFalse();
        Check(new WebhookOptions { AllowedNetworks = { "10.0.0.0" } }).ShouldBeFalse();
        Check(new WebhookOptions { AllowedNetworks = { "10.0.0.0/8" } }).ShouldBeTrue();
    }

    [Fact]
    public void AnEvent_GoesToTheEndpointOfItsArea_ElseToTheGeneralOne_NeverToAnotherTenants()
    {
        var (general, own) = (Endpoint(), Endpoint("provisioning"));
        var options = new WebhookOptions { Endpoints = { ["a"] = general, ["b"] = own } };

        options.Find("control", "provisioning.setting-saved").ShouldBe(own);
        options.Find("control", "provisioningx.setting-saved").ShouldBe(general);
        options.Find("control", "order.placed").ShouldBe(general);
        options.Find("rental", "order.placed").ShouldBeNull();
    }

    [Fact]
    public void TheExampleOfTheStandard_IsSignedAsThere() =>
        WebhookSignature.Of([WebhookSecret.TryRead("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
                """{"test": 2432232314}"""u8)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    private static bool IsUsable(Action<WebhookEndpoint> change, bool demo = false)
    {
        var endpoint = Endpoint();
        change(endpoint);
        return Check(new WebhookOptions { Endpoints = { ["a"] = endpoint } }, demo);
    }

    private static bool Check(WebhookOptions options, bool demo = false) =>
        new WebhookOptionsCheck(Options.Create(new SiteOptions { Demo = demo })).Validate(null, options).Succeeded;

    private static WebhookEndpoint Endpoint(string? area = null) =>
        new() { Tenant = "control", Area = area, Url = new Uri(Url), Secret = WebhookReceiver.NewSecret() };
}
