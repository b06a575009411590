using Portal.Rules.Mail;

namespace Portal.Rules.Tests.Mail;

/// <summary>Which words of mail servers are about the mailbox (ML-05; RFC 3463).</summary>
public sealed class DeliveryFailureTests
{
    [Theory]
    [InlineData("5.1.0", true)]
    [InlineData("5.1.1", true)]
    [InlineData("5.1.2", true)]
    [InlineData("5.1.3", true)]
    [InlineData("5.1.6", true)]
    [InlineData("5.1.10", true)]
    [InlineData("5.2.1", true)]
    [InlineData("5.4.4", true)]
    [InlineData("5.1.7", false)]
    [InlineData("5.1.8", false)]
    [InlineData("5.2.2", false)]
    [InlineData("5.3.4", false)]
    [InlineData("5.4.1", false)]
    [InlineData("5.7.1", false)]
    [InlineData("5.0.0", false)]
    [InlineData("4.1.1", false)]
    [InlineData("2.1.5", false)]
    [InlineData("5.1", false)]
    [InlineData("5.1.1.1", false)]
    [InlineData("5.1.-1", false)]
    [InlineData("5.1.9999", false)]
    [InlineData("5.1.999", true)]
    [InlineData("5..1", false)]
    [InlineData("5.1.", false)]
    [InlineData("5.1.1 ", false)]
    [InlineData("x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void ML_05_WhatSaysThatAMailboxTakesNothing(string? status, bool expected) =>
        DeliveryFailure.IsOfMailbox(status).ShouldBe(expected);

    [Theory]
    [InlineData("5.1.1 no such user", "5.1.1")]
    [InlineData("  5.1.10 null MX", "5.1.10")]
    [InlineData("5.1.1", "5.1.1")]
    [InlineData("no such user 5.1.1", null)]
    [InlineData("5.1.1.2 x", null)]
    [InlineData("192.0.2.1 is not welcome", null)]
    [InlineData("", null)]
    public void ML_05_TheCodeWithWhichAnAnswerBegins(string answer, string? expected) =>
        DeliveryFailure.StatusIn(answer).ShouldBe(expected);
}
