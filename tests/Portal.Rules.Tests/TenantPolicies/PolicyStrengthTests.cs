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

    /// <summary>Every value by which a change of policies is judged, with one that protects less.</summary>
    [Theory]
    [InlineData("password.minimumLength", null, "1")]
    [InlineData("password.maximumLength", "64", "128")]
    [InlineData("password.requires", "letter", "letter,digit")]
    [InlineData("password.differsFrom", "current", "current,containingLoginId")]
    [InlineData("password.refuses", null, "common")]
    [InlineData("password.historyDepth", "3", "4")]
    [InlineData("password.minimumStrength", "2", "3")]
    [InlineData("password.maximumAgeDays", "90", "89")]
    [InlineData("lockout.limit", null, "100")]
    [InlineData("lockout.ends", "timed", "untilReleased")]
    [InlineData("lockout.ends", "untilReleased", "void")]
    [InlineData("lockout.minutes", "20", "21")]
    [InlineData("lockout.doubles", null, "true")]
    [InlineData("lockout.maximumMinutes", "60", null)]
    [InlineData("lockout.maximumMinutes", null, "1441")]
    [InlineData("lockout.repeatedGuessCountsOnce", null, "false")]
    [InlineData("lockout.releasedBy", "reset", null)]
    [InlineData("temporaryPassword.hours", "25", "24")]
    [InlineData("temporaryPassword.tries", "4", "3")]
    [InlineData("temporaryPassword.byMail", "true", "false")]
    [InlineData("temporaryPassword.byManager", "true", "false")]
    [InlineData("temporaryPassword.byStaff", "true", "false")]
    [InlineData("temporaryPassword.byPhone", null, "false")]
    [InlineData("temporaryPassword.confirmByMail", "false", "true")]
    [InlineData("recovery.method", "keyword", "link")]
    [InlineData("recovery.mismatchLimit", "6", "5")]
    [InlineData("recovery.blockMinutes", "19", "20")]
    [InlineData("recovery.requestsPerHour", "4", "3")]
    [InlineData("recovery.linkMinutes", "31", "30")]
    [InlineData("recovery.pauseHoursAfterReset", null, "24")]
    [InlineData("secondFactor.mode", null, "optional")]
    [InlineData("secondFactor.mode", "optional", "requiredForManagers")]
    [InlineData("secondFactor.mode", "requiredForManagers", "required")]
    [InlineData("secondFactor.methods", "app,passkey,recoveryCode,emailCode", "app")]
    [InlineData("secondFactor.codeMinutes", "11", "10")]
    [InlineData("secondFactor.codeTries", "6", "5")]
    [InlineData("secondFactor.resendSeconds", "59", "60")]
    [InlineData("secondFactor.codesPerHour", "6", "5")]
    [InlineData("secondFactor.failuresPerHour", "11", "10")]
    [InlineData("secondFactor.trustBrowserDays", "1", null)]
    [InlineData("session.idleMinutes", "31", "30")]
    [InlineData("session.absoluteHours", "13", "12")]
    [InlineData("session.perAccount", null, "5")]
    [InlineData("signInNotice", "off", "newBrowser")]
    [InlineData("signInNotice", "newBrowser", "always")]
    [InlineData("emailChange.start", "proof", "oldAddress")]
    [InlineData("emailChange.managersOnly", "false", "true")]
    [InlineData("historyDays", "399", "400")]
    [InlineData("approval.acts", "grant-administrator", "grant-administrator,weaker-policy")]
    public void ADMIN_3_EachValue_HasASideThatProtectsLess(string path, string? weaker, string? stronger)
    {
        PolicyStrength.IsWeaker(path, weaker, stronger).ShouldBeTrue();
        PolicyStrength.IsWeaker(path, stronger, weaker).ShouldBeFalse();
        PolicyStrength.IsWeaker(path, weaker, weaker).ShouldBeFalse();
    }

    [Theory]
    [InlineData("app")]
    [InlineData("passkey")]
    [InlineData("recoveryCode")]
    public void ADMIN_3_AMethodAsStrongAsTheOthers_WeakensNothing(string method) =>
        PolicyStrength.IsWeaker("secondFactor.methods", "emailCode," + method, "emailCode").ShouldBeFalse();

    [Fact]
    public void ADMIN_11_TheValuesThatBecomeWeaker_InTheOrderOfTheTable()
    {
        var before = Values("5", "20", "30");
        var after = Values("9", "10", "15");

        PolicyStrength.Weaker(before, after).ShouldBe(["lockout.limit", "lockout.minutes"]);
        PolicyStrength.Weaker(after, before).ShouldBe(["session.idleMinutes"]);
        PolicyStrength.Weaker(before, before).ShouldBeEmpty();
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

    /// <summary>The advice, path by path.</summary>
    [Theory]
    [InlineData("password.maximumLength", "128")]
    [InlineData("password.requires", "")]
    [InlineData("password.differsFrom", "current,containingLoginId")]
    [InlineData("password.refuses", "common,context")]
    [InlineData("lockout.limit", "5")]
    [InlineData("lockout.ends", "timed")]
    [InlineData("lockout.minutes", "20")]
    [InlineData("lockout.doubles", "true")]
    [InlineData("lockout.maximumMinutes", "60")]
    [InlineData("temporaryPassword.hours", "24")]
    [InlineData("temporaryPassword.tries", "3")]
    [InlineData("recovery.method", "link")]
    [InlineData("recovery.mismatchLimit", "5")]
    [InlineData("recovery.blockMinutes", "20")]
    [InlineData("recovery.requestsPerHour", "3")]
    [InlineData("recovery.linkMinutes", "30")]
    [InlineData("recovery.pauseHoursAfterReset", "24")]
    [InlineData("secondFactor.mode", "requiredForManagers")]
    [InlineData("secondFactor.methods", "app,passkey,recoveryCode")]
    [InlineData("secondFactor.codeMinutes", "10")]
    [InlineData("secondFactor.codeTries", "5")]
    [InlineData("secondFactor.resendSeconds", "60")]
    [InlineData("secondFactor.codesPerHour", "5")]
    [InlineData("secondFactor.failuresPerHour", "10")]
    [InlineData("session.idleMinutes", "30", "15")]
    [InlineData("session.absoluteHours", "12", "8")]
    [InlineData("session.perAccount", "5", "3")]
    [InlineData("historyDays", "400")]
    public void ADMIN_3_WhatIsAdvised_OfCustomersAndOfStaff(string path, string advised, string? ofStaff = null)
    {
        AdvisedPolicy.Of(path, isStaff: false, alwaysFactor: false).ShouldBe(advised);
        AdvisedPolicy.Of(path, isStaff: true, alwaysFactor: false).ShouldBe(ofStaff ?? advised);
    }

    private static Dictionary<string, string?> Values(string limit, string minutes, string idle) => new()
    {
        ["lockout.limit"] = limit,
        ["lockout.minutes"] = minutes,
        ["session.idleMinutes"] = idle,
    };
}
