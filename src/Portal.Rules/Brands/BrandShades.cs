namespace Portal.Rules.Brands;

/// <summary>What one theme is drawn with.</summary>
/// <param name="Primary">Buttons, marks of what is current; also text on the page.</param>
/// <param name="Hover">The same under the pointer.</param>
/// <param name="OnPrimary">Text on either of them.</param>
/// <param name="Link">Links on the page and on the tint.</param>
/// <param name="Tint">A ground with a breath of the hue.</param>
/// <param name="Band">The head of the page.</param>
/// <param name="OnBand">Text on it.</param>
public sealed record BrandShades(Rgb Primary, Rgb Hover, Rgb OnPrimary, Rgb Link, Rgb Tint, Rgb Band, Rgb OnBand);
