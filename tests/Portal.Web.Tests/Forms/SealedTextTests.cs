using Microsoft.AspNetCore.DataProtection;
using Portal.TestKit;
using Portal.Web.Forms;

namespace Portal.Web.Tests.Forms;

public sealed class SealedTextTests
{
    private readonly EphemeralDataProtectionProvider keys = new();
    private readonly FakeTime time = FakeTime.StandingStill();

    [Fact]
    public void OPER_3_WhatWasSealed_IsUnreadable_AndOpensForItsSessionAndPurposeAlone()
    {
        var (own, other) = (Of("session"), Of("another"));
        var text = own.Seal("register", "himitsu1");
        text.ShouldNotContain("himitsu1");
        own.Open("register", text).ShouldBe("himitsu1");
        own.Open("recovery", text).ShouldBeNull();
        other.Open("register", text).ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CfDJ8")]
    [InlineData("ひみつ")]
    public void IV_01_WhatIsNoSeal_IsNothing(string? text) => Of("session").Open("register", text).ShouldBeNull();

    [Fact]
    public void FP_06_ASealEndsAfterAQuarterOfAnHour_ByTheSameTimeOnEveryNode()
    {
        var text = Of("session").Seal("register", "himitsu1");

        time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Of("session").Open("register", text).ShouldBe("himitsu1");
        time.Advance(TimeSpan.FromSeconds(1));
        Of("session").Open("register", text).ShouldBeNull();
    }

    private SealedText Of(string session) => new(keys, new Holder(session), time);

    private sealed record Holder(string Key) : IFormHolder;
}
