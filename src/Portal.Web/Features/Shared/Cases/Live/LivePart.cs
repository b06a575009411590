namespace Portal.Web.Features.Shared.Cases.Live;

/// <summary>The part of a case's page that keeps it up to date.</summary>
/// <param name="Path">Of the page.</param>
/// <param name="Shown">How many entries it shows.</param>
/// <param name="Agent">How somebody of the staff is named on it, with {0} for the name.</param>
/// <param name="Customer">How somebody of the customer is named on it.</param>
public sealed record LivePart(string Path, int Shown, string Agent, string Customer);
