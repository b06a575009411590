using System.Net;
using Microsoft.Extensions.Options;
using Portal.TestKit.Webhooks;
using Portal.Web.Outbox;
using Portal.Web.Outbox.Webhooks;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Outbox.Webhooks;

/// <summary>The portal must not become a way into the provider's own network (SSRF).</summary>
public sealed class WebhookNetworksTests
{
    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.1.2.3", false)]
    [InlineData("::ffff:93.184.216.34", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("ff02::1", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    [InlineData("2002:a9fe:a9fe::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    public void OnlyTheInternetIsOpen(string address, bool open) =>
        Networks(new WebhookOptions(), demo: false).Allows(IPAddress.Parse(address)).ShouldBe(open);

    [Fact]
    public void WhatTheOperatorNamesIsOpen_AndDemonstrationModeOpensThisMachine()
    {
        var options = new WebhookOptions { AllowedNetworks = { "10.20.0.0/16" } };

        Networks(options, demo: false).Allows(IPAddress.Parse("10.20.3.4")).ShouldBeTrue();
        Networks(options, demo: false).Allows(IPAddress.Parse("::ffff:10.20.3.4")).ShouldBeTrue();
        Networks(options, demo: false).Allows(IPAddress.Parse("10.21.3.4")).ShouldBeFalse();
        Networks(options, demo: false).Allows(IPAddress.Loopback).ShouldBeFalse();
        Networks(options, demo: true).Allows(IPAddress.IPv6Loopback).ShouldBeTrue();
        Networks(options, demo: true).Allows(IPAddress.Parse("169.254.169.254")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("127.0.0.1", null, false)]
    [InlineData("localhost", null, false)]
    [InlineData("127.0.0.1", "127.0.0.0/8", true)]
    [InlineData("localhost", "127.0.0.0/8", true)]
    public async Task WhatIsClosedIsNotEvenConnectedTo(string host, string? allowed, bool arrives)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var options = new WebhookOptions();
        if (allowed is not null)
        {
            options.AllowedNetworks.Add(allowed);
        }

        using var client = new WebhookClient(Networks(options, demo: false), Options.Create(options));
        var url = new UriBuilder(receiver.Url) { Host = host }.Uri;
        var delivery = await client.SendAsync(new SignedWebhook(url, "msg_1", 1, "v1,x", "{}"u8.ToArray()), CancellationToken.None);

        receiver.Received.Count.ShouldBe(arrives ? 1 : 0);
        if (!arrives)
        {
            delivery.ShouldBeOfType<Delivery.Deferred>().Reason.ShouldContain("has no address that webhooks may reach");
        }
    }

    private static WebhookNetworks Networks(WebhookOptions options, bool demo) =>
        new(Options.Create(options), Options.Create(new SiteOptions { Demo = demo }));
}
