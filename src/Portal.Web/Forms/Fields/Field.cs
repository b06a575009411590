namespace Portal.Web.Forms.Fields;

/// <summary>
/// A kind of field: turns what was typed into what is stored, or says what is wrong with it. Pure, so that a form, a
/// file and a test read alike; words come last (<see cref="FormWords"/>).
/// </summary>
/// <typeparam name="T">What is stored.</typeparam>
public abstract record Field<T>
{
    /// <param name="typed">What was typed or stood in a file; any length, empty for nothing.</param>
    public abstract FieldReading<T> Read(string typed);
}

/// <summary>What was typed, understood.</summary>
/// <param name="Value">What is stored; beside a fault the nearest to it, to be shown again.</param>
/// <param name="Fault">Null for what is fine.</param>
public readonly record struct FieldReading<T>(T Value, FieldFault? Fault = null);
