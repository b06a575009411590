namespace Portal.Web.Features.Operators.LockoutReleases;

/// <param name="Others">Those that were not locked any more, or that a release does not help.</param>
public sealed record ReleaseResult(IReadOnlyList<string> Released, IReadOnlyList<string> Others);
