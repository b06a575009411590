using Portal.Rules.TenantPolicies;
using Shouldly;

namespace Portal.Rules.Tests.TenantPolicies;

public sealed class PolicyStrengthTests
{
    [Theory]
    [InlineData("password.minimumLength", "8", "12", true)]
    [InlineData("password.minimumLength", "12", "8", false)]
    [InlineData("password.minimumLength", "12", "12", false)]
    [InlineData("password.maximumAgeDays", null, "60", true)]
    [InlineData("password.maximumAgeDays", "30", "60", false)]
    [InlineData("password.refuses", "common", "common,context", true)]
    [InlineData("password.refuses", "common,context", "common", false)]
    [InlineData("lockout.limit", "10", "5", true)]
    [InlineData("lockout.ends", "timed", "void", true)]
    [InlineData("lockout.minutes", "20", null, true)]
    [InlineData("lockout.minutes", null, "20", false)]
    [InlineData("lockout.doubles", "false", "true", true)]
    [InlineData("lockout.repeatedGuessCountsOnce", "true", "false", true)]
    [InlineData("lockout.releasedBy", "staff,reset", "staff", true)]
    [InlineData("secondFactor.mode", "optional", "required", true)]
    [InlineData("secondFactor.mode", "off", null, false)]
    [InlineData("secondFactor.methods", "app,emailCode", "app", true)]
    [InlineData("secondFactor.methods", "app,passkey", "app", false)]
    [InlineData("secondFactor.trustBrowserDays", "30", null, true)]
    [InlineData("session.idleMinutes", "60", "30", true)]
    [InlineData("signInNotice", "off", "always", true)]
    [InlineData("temporaryPassword.byMail", "true", "false", true)]
    [InlineData("temporaryPassword.byStaff", "false", "true", false)]
    [InlineData("emailChange.managersOnly", "false", "true", true)]
    [InlineData("approval.acts", "grant-administrator", "grant-administrator,weaker-policy", true)]
    [InlineData("approval.acts", null, "weaker-policy", true)]
    [InlineData("approval.acts", "weaker-policy,suspend-tenant", "weaker-policy", false)]
    [InlineData("menu", "a", "b", false)]
    public void ADMIN_3_AValue_ProtectsLessThanAnother(string path, string? value, string? other, bool isWeaker) =>
        PolicyStrength.IsWeaker(path, value, other).ShouldBe(isWeaker);

    [Fact]
    public void ADMIN_11_TheGroupsThatBecomeWeaker_EachOnce()
    {
        var before = Values("5", "20", "30");
        var after = Values("9", "10", "15");

        PolicyStrength.WeakerGroups(before, after).ShouldBe(["lockout"]);
        PolicyStrength.WeakerGroups(after, before).ShouldBe(["session"]);
        PolicyStrength.WeakerGroups(before, before).ShouldBeEmpty();
    }

    [Fact]
    public void ADMIN_11_AWayBackInThatOpensIsWeaker_OneThatClosesIsNot()
    {
        var closed = new Dictionary<string, string?> { ["lockout.limit"] = "5" };
        var open = new Dictionary<string, string?>(closed) { ["temporaryPassword.hours"] = "24", ["recovery.linkMinutes"] = "60" };

        PolicyStrength.Weaker(closed, open).ShouldBe(["temporaryPassword.hours", "recovery.linkMinutes"]);
        PolicyStrength.Weaker(open, closed).ShouldBeEmpty();
        PolicyStrength.Weaker(open, open).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("password.minimumLength", false, false, "15")]
    [InlineData("password.minimumLength", false, true, "8")]
    [InlineData("session.idleMinutes", false, false, "30")]
    [InlineData("session.idleMinutes", true, false, "15")]
    [InlineData("lockout.limit", true, false, "5")]
    [InlineData("files.most", false, false, null)]
    public void ADMIN_3_WhatIsAdvised(string path, bool isStaff, bool alwaysFactor, string? advised) =>
        AdvisedPolicy.Of(path, isStaff, alwaysFactor).ShouldBe(advised);

    private static Dictionary<string, string?> Values(string limit, string minutes, string idle) => new()
    {
        ["lockout.limit"] = limit,
        ["lockout.minutes"] = minutes,
        ["session.idleMinutes"] = idle,
    };
}
