using Portal.Rules.Text.English;
using Shouldly;

namespace Portal.Rules.Tests.Text.English;

public sealed class EnglishLabelTests
{
    [Theory]
    [InlineData("Reason", "a reason")]
    [InlineData("Email address", "an email address")]
    [InlineData("Email address or master ID", "an email address or master ID")]
    [InlineData("Author", "an author")]
    [InlineData("User ID", "a user ID")]
    [InlineData("Unit", "a unit")]
    [InlineData("Update", "an update")]
    [InlineData("ID", "an ID")]
    [InlineData("IP address", "an IP address")]
    [InlineData("URL", "a URL")]
    [InlineData("VPN gateway", "a VPN gateway")]
    [InlineData("Hour", "an hour")]
    [InlineData("Host name", "a host name")]
    [InlineData("Monthly price (yen, without tax)", "a monthly price (yen, without tax)")]
    [InlineData("Name in Japanese", "a name in Japanese")]
    [InlineData("Status", "a status")]
    [InlineData("Target host in row 3", "a target host in row 3")]
    public void FACE_7_OneOfMany_HasItsArticle(string label, string asked) => EnglishLabel.Asked(label).ShouldBe(asked);

    [Theory]
    [InlineData("Phone", "a phone number")]
    [InlineData("Mobile phone", "a mobile phone number")]
    [InlineData("Phone number", "a phone number")]
    [InlineData("Contact phone in row 2", "a contact phone number in row 2")]
    [InlineData("Email", "an email address")]
    public void FACE_7_NobodyEntersAPhone(string label, string asked) => EnglishLabel.Asked(label).ShouldBe(asked);

    [Theory]
    [InlineData("Remarks", "the remarks")]
    [InlineData("Wrong codes an hour", "the wrong codes an hour")]
    [InlineData("Japanese text", "the Japanese text")]
    [InlineData("Days and times", "the days and times")]
    [InlineData("Telephone numbers", "the telephone numbers")]
    [InlineData("Failures until the lock", "the failures until the lock")]
    [InlineData("Text (Japanese)", "the text (Japanese)")]
    [InlineData("Holder’s name", "the holder’s name")]
    [InlineData("Start of the contract", "the start of the contract")]
    [InlineData("Shortest length", "the shortest length")]
    [InlineData("Current email address", "the current email address")]
    public void FACE_7_WhatThereIsOneOf_OrSeveral_IsDefinite(string label, string asked) => EnglishLabel.Asked(label).ShouldBe(asked);

    [Theory]
    [InlineData("A category", "a category")]
    [InlineData("The subject", "the subject")]
    [InlineData("an email address", "an email address")]
    [InlineData("", "")]
    public void FACE_7_AnArticleOfItsOwn_Stays(string label, string asked) => EnglishLabel.Asked(label).ShouldBe(asked);

    [Theory]
    [InlineData("Valid until")]
    [InlineData("From")]
    [InlineData("When to forward")]
    [InlineData("Must differ from")]
    [InlineData("Opens at")]
    [InlineData("Period from")]
    [InlineData("History kept (days)")]
    [InlineData("An ID is dormant after (days)")]
    public void FACE_7_WhatIsNoNoun_IsQuoted(string label) => EnglishLabel.Asked(label).ShouldBeNull();
}
