using Microsoft.AspNetCore.DataProtection;
using Portal.Web.Forms;

namespace Portal.Web.Tests.Forms;

public sealed class SealedTextTests
{
    private readonly EphemeralDataProtectionProvider keys = new();

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

    private SealedText Of(string session) => new(keys, new Holder(session));

    private sealed record Holder(string Key) : IFormHolder;
}
