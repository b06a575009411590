using Portal.Rules.Knowledge;

namespace Portal.Rules.Tests.Knowledge;

public sealed class ArticleSightTests
{
    [Theory]
    [InlineData(true, false, false, false, false)]
    [InlineData(true, true, false, false, true)]
    [InlineData(true, false, true, false, true)]
    [InlineData(true, false, false, true, true)]
    [InlineData(false, true, true, true, false)]
    public void KNOW_1_AZ_17_AnArticleIsHidden_UntilItIsPublishedAndOpened(bool published, bool tenant, bool service, bool contract,
        bool seen) =>
        new ArticleSight(published, ArticleTime.Shown, tenant, service, contract).IsSeen.ShouldBe(seen);

    [Theory]
    [InlineData(ArticleTime.Planned, false)]
    [InlineData(ArticleTime.Shown, true)]
    [InlineData(ArticleTime.Over, false)]
    [InlineData((ArticleTime)99, false)]
    public void ADMIN_6_AZ_17_AnArticleOutsideItsTime_IsHiddenFromEverybody(ArticleTime time, bool seen) =>
        new ArticleSight(true, time, true, true, true).IsSeen.ShouldBe(seen);

    [Theory]
    [InlineData("vpn-setup", true)]
    [InlineData("a1", true)]
    [InlineData("a", false)]
    [InlineData("search", false)]
    [InlineData("suggestions", false)]
    [InlineData("new", true)]
    [InlineData("Vpn", false)]
    [InlineData("vpn--setup", false)]
    [InlineData("-vpn", false)]
    [InlineData("vpn-", false)]
    [InlineData("ｖｐｎ", false)]
    [InlineData("../x", false)]
    [InlineData("", false)]
    public void KNOW_1_WhatNamesAnArticle_IsSafeInAnAddress(string text, bool slug) => ArticleSlug.IsSlug(text).ShouldBe(slug);
}
