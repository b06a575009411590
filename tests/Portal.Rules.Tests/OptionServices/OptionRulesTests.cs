using Portal.Rules.OptionServices;
using Portal.Rules.Provisioning;
using Portal.Rules.Telephony;
using Shouldly;

namespace Portal.Rules.Tests.OptionServices;

public sealed class OptionRulesTests
{
    private const string Own = "+81666660001";
    private const string Other = "+81666660002";

    [Theory]
    [InlineData(Other, NumberUse.Fixed, null, null)]
    [InlineData(Other, NumberUse.Mobile, null, null)]
    [InlineData(Other, NumberUse.Internet, null, null)]
    [InlineData(Other, NumberUse.Free, TargetFault.Free, null)]
    [InlineData(null, NumberUse.Emergency, TargetFault.Emergency, TargetFault.Emergency)]
    [InlineData(null, NumberUse.ThreeDigits, TargetFault.ThreeDigits, TargetFault.ThreeDigits)]
    [InlineData(Other, NumberUse.Premium, TargetFault.Premium, TargetFault.Premium)]
    [InlineData(Other, NumberUse.Foreign, TargetFault.Foreign, TargetFault.Foreign)]
    [InlineData(null, NumberUse.None, TargetFault.NoNumber, TargetFault.NoNumber)]
    [InlineData(null, NumberUse.Fixed, TargetFault.NoNumber, TargetFault.NoNumber)]
    [InlineData(Own, NumberUse.Fixed, TargetFault.Itself, TargetFault.Itself)]
    public void OPT_1_WhereACallGoes_IsChecked(string? number, NumberUse use, TargetFault? forwarded, TargetFault? called)
    {
        Targets.OfForwarding(new TypedTarget(number, use), Own).ShouldBe(forwarded);
        Targets.OfACall(new TypedTarget(number, use), Own).ShouldBe(called);
        Targets.OfForwarding(new TypedTarget(null, NumberUse.None, IsEmpty: true), Own).ShouldBe(TargetFault.Missing);
    }

    [Theory]
    [InlineData("off", 20, 5, false, false, null)]
    [InlineData("always", 20, 5, false, false, OptionConflict.AllForwarded)]
    [InlineData("always", 20, 5, true, false, OptionConflict.ByTheClock)]
    [InlineData("busy", 20, 5, false, false, null)]
    [InlineData("busy", 20, 5, true, false, null)]
    [InlineData("unanswered", 20, 7, false, false, OptionConflict.RingsTooLong)]
    [InlineData("unanswered", 21, 7, false, false, OptionConflict.RingsTooLong)]
    [InlineData("unanswered", 22, 7, false, false, OptionConflict.AnsweredFirst)]
    [InlineData("unanswered", 20, 7, true, false, OptionConflict.ByTheClock)]
    [InlineData("always", 20, 5, false, true, null)]
    [InlineData("unanswered", 20, 7, false, true, null)]
    public void OPT_1_TwoThatWantTheSameCalls_AreSaid(string forwards, int seconds, int rings, bool byTheClock, bool withoutVoicemail,
        OptionConflict? expected)
    {
        var forwarding = new ForwardingSettings
        {
            Mode = forwards switch
            {
                "off" => ForwardingMode.Off,
                "always" => ForwardingMode.Always,
                _ => ForwardingMode.When,
            },
            Busy = forwards == "busy",
            NoAnswer = forwards == "unanswered",
            Seconds = seconds,
            Schedule = byTheClock ? [new WeekSpan([DayOfWeek.Monday], null, null)] : [],
        };

        OptionConflicts.Between(forwarding, new VoicemailSettings { On = !withoutVoicemail, Rings = rings }).ShouldBe(expected);
    }

    [Theory]
    [InlineData(OptionConflict.AllForwarded, true)]
    [InlineData(OptionConflict.RingsTooLong, true)]
    [InlineData(OptionConflict.AnsweredFirst, true)]
    [InlineData(OptionConflict.ByTheClock, false)]
    public void OPT_1_WhatWouldNeverDoAnything_IsRefused(OptionConflict conflict, bool refused) =>
        OptionConflicts.IsRefused(conflict).ShouldBe(refused);

    [Theory]
    [InlineData(true, AuthenticationUnit.ManagerAndUsers, NumberReach.Contract)]
    [InlineData(true, null, NumberReach.Contract)]
    [InlineData(false, AuthenticationUnit.Line, NumberReach.Line)]
    [InlineData(false, AuthenticationUnit.Number, NumberReach.Own)]
    [InlineData(false, AuthenticationUnit.ManagerAndUsers, NumberReach.Own)]
    [InlineData(false, null, NumberReach.Own)]
    public void OPT_2_LINE_1_WhoSetsWhichNumbers(bool isManager, AuthenticationUnit? unit, NumberReach expected) =>
        OptionRights.Of(isManager, unit).ShouldBe(expected);

    [Theory]
    [InlineData(ProvisioningNews.Accepted, 2, 2, 0, ProvisioningState.Applied)]
    [InlineData(ProvisioningNews.Accepted, 1, 2, 0, ProvisioningState.Applying)]
    [InlineData(ProvisioningNews.WillBeTriedAgain, 2, 2, 1, ProvisioningState.Retrying)]
    [InlineData(ProvisioningNews.WillBeTriedAgain, 1, 2, 0, ProvisioningState.Retrying)]
    [InlineData(ProvisioningNews.WillBeTriedAgain, 1, 2, 2, ProvisioningState.Applied)]
    [InlineData(ProvisioningNews.Begun, 2, 2, 1, ProvisioningState.Applying)]
    [InlineData(ProvisioningNews.Abandoned, 2, 2, 1, ProvisioningState.Failed)]
    [InlineData(ProvisioningNews.Abandoned, 1, 2, 0, ProvisioningState.Applying)]
    [InlineData(ProvisioningNews.Abandoned, 1, 2, 2, ProvisioningState.Applied)]
    [InlineData(ProvisioningNews.Begun, 1, 2, 0, ProvisioningState.Failed, ProvisioningState.Failed)]
    [InlineData(ProvisioningNews.WillBeTriedAgain, 1, 2, 0, ProvisioningState.Failed, ProvisioningState.Failed)]
    [InlineData(ProvisioningNews.Abandoned, 1, 2, 0, ProvisioningState.Failed, ProvisioningState.Failed)]
    [InlineData(ProvisioningNews.Accepted, 1, 2, 1, ProvisioningState.Failed, ProvisioningState.Failed)]
    [InlineData(ProvisioningNews.Accepted, 2, 2, 2, ProvisioningState.Applied, ProvisioningState.Failed)]
    [InlineData(ProvisioningNews.Begun, 2, 2, 1, ProvisioningState.Applying, ProvisioningState.Failed)]
    [InlineData(ProvisioningNews.WillBeTriedAgain, 2, 2, 1, ProvisioningState.Retrying, ProvisioningState.Failed)]
    public void OPT_3_NewsOfAnOldVersion_SayLittle(ProvisioningNews news, int version, int wanted, int applied,
        ProvisioningState expected, ProvisioningState present = ProvisioningState.Applying) =>
        ProvisioningRules.After(news, version, wanted, applied, present).ShouldBe(expected);

    [Fact]
    public void OPT_1_WhatNobodyHasTouched_IsOff() =>
        Enum.GetValues<OptionService>().ShouldAllBe(service => !OptionSettings.Untouched(service).IsInUse);
}
