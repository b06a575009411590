using Portal.Rules.Tenants;

namespace Portal.Rules.Tests.Tenants;

public sealed class TenantSlugTests
{
    [Theory]
    [InlineData("clinic", null)]
    [InlineData("a1", null)]
    [InlineData("north-clinic-2", null)]
    [InlineData("a", SlugFault.Unfit)]
    [InlineData("", SlugFault.Unfit)]
    [InlineData("abcdefghijklmnopqrstuvwxyz1234567", SlugFault.Unfit)]
    [InlineData("Clinic", SlugFault.Unfit)]
    [InlineData("cli nic", SlugFault.Unfit)]
    [InlineData("クリニック", SlugFault.Unfit)]
    [InlineData("-clinic", SlugFault.Unfit)]
    [InlineData("clinic-", SlugFault.Unfit)]
    [InlineData("admin", SlugFault.Reserved)]
    [InlineData("dev", SlugFault.Reserved)]
    [InlineData("find", SlugFault.Reserved)]
    [InlineData("api", SlugFault.Reserved)]
    [InlineData("rental", SlugFault.Taken)]
    [InlineData("renta1", SlugFault.Confusable)]
    [InlineData("ren-tal", SlugFault.Confusable)]
    [InlineData("rentals", null)]
    [InlineData("home-ph0ne", SlugFault.Confusable)]
    public void ADMIN_10_ASlugIsFreeFitAndLikeNoOther(string slug, SlugFault? fault) =>
        TenantSlug.Fault(slug, ["rental", "homephone"]).ShouldBe(fault);

    /// <summary>Each is the beginning of an address of the portal's own.</summary>
    [Theory]
    [InlineData("admin")]
    [InlineData("dev")]
    [InlineData("api")]
    [InlineData("error")]
    [InlineData("account")]
    [InlineData("healthz")]
    [InlineData("static")]
    [InlineData("css")]
    [InlineData("js")]
    [InlineData("www")]
    [InlineData("find")]
    [InlineData("hooks")]
    [InlineData("metrics")]
    public void ADMIN_10_WhatThePortalHasItself_IsReserved(string slug) =>
        TenantSlug.Fault(slug, ["rental"]).ShouldBe(SlugFault.Reserved);

    [Theory]
    [InlineData("horne", "home", true)]
    [InlineData("home", "horne", true)]
    [InlineData("hoe", "horne", false)]
    [InlineData("c1inic", "clinic", true)]
    [InlineData("cllnic", "clinic", true)]
    [InlineData("s0rt", "sort", true)]
    [InlineData("north", "south", false)]
    public void ADMIN_10_WhatLooksAlike_IsTaken(string slug, string other, bool alike) =>
        TenantSlug.Fault(slug, [other]).ShouldBe(alike ? SlugFault.Confusable : null);

    [Theory]
    [InlineData("ab", true)]
    [InlineData("0a", true)]
    [InlineData("a-", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz123456", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz1234567", false)]
    [InlineData("a", false)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("aB", false)]
    [InlineData("a\n", false)]
    [InlineData("a１", false)]
    [InlineData("a/b", false)]
    public void SITE_2_ASlugOfAProfile_IsWellFormed(string slug, bool isWellFormed) =>
        TenantSlug.IsWellFormed(slug).ShouldBe(isWellFormed);
}
