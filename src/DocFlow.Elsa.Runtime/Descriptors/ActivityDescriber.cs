using System.ComponentModel;
using System.Reflection;
using DocFlow.Elsa.Runtime.Activities;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>Describes activity types by their attributes and the texts of their assembly.</summary>
/// <param name="services">Where the providers of drop-downs come from.</param>
internal sealed class ActivityDescriber(IServiceProvider services)
{
    private readonly InputDescriber _inputs = new(services);

    public async Task<ActivityDescriptor> DescribeAsync(string typeName, Type type, CancellationToken cancellationToken)
    {
        var attribute = type.GetCustomAttribute<ActivityAttribute>();
        var category = attribute?.Category ?? type.GetCustomAttribute<CategoryAttribute>()?.Category ?? attribute?.Namespace ?? "Miscellaneous";
        var split = typeName.LastIndexOf('.');
        var inputs = new List<InputDescriptor>();
        foreach (var property in InputDescriber.InputsOf(type))
            inputs.Add(await _inputs.DescribeAsync(typeName, property, cancellationToken));
        return new ActivityDescriptor
        {
            TypeName = typeName,
            Namespace = split < 0 ? null : typeName[..split],
            Name = typeName[(split + 1)..],
            Version = attribute?.Version ?? 1,
            Category = DescriptorTexts.Find(type.Assembly, $"Category.{category}") ?? category,
            DisplayName = DescriptorTexts.Find(type.Assembly, typeName) ?? attribute?.DisplayName ?? type.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName ?? type.Name,
            Description = DescriptorTexts.Find(type.Assembly, $"{typeName}.Description") ?? attribute?.Description ?? type.GetCustomAttribute<DescriptionAttribute>()?.Description,
            Inputs = inputs,
            Outputs = [.. type.GetProperties().Where(property => typeof(Output).IsAssignableFrom(property.PropertyType)).Select(property => Output(typeName, property))],
            Kind = typeof(ITrigger).IsAssignableFrom(type) ? ActivityKind.Trigger : attribute?.Kind ?? ActivityKind.Action,
            RunAsynchronously = attribute?.RunAsynchronously ?? false,
            Ports = Ports(typeName, type),
            IsContainer = type.GetProperty("Activities")?.PropertyType == typeof(IList<IActivity>),
            IsBrowsable = IsBrowsable(type),
            IsStart = type == typeof(Start),
            IsTerminal = typeof(ITerminal).IsAssignableFrom(type),
        };
    }

    /// <summary>What the editor of one input is given, asked anew.</summary>
    public Task<IDictionary<string, object>> OptionsAsync(string typeName, PropertyInfo property, object? context, CancellationToken cancellationToken) =>
        _inputs.SpecificationsAsync(typeName, property, context, cancellationToken);

    private static bool IsBrowsable(MemberInfo member) => member.GetCustomAttribute<BrowsableAttribute>(inherit: false) is not { Browsable: false };

    private static OutputDescriptor Output(string typeName, PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<OutputAttribute>();
        var assembly = property.ReflectedType!.Assembly;
        var name = attribute?.Name ?? property.Name;
        return new OutputDescriptor
        {
            Name = name,
            TypeName = property.GetCustomAttribute<DescribedAsAttribute>()?.TypeName ?? TypeNames.Of(property.PropertyType.GetGenericArguments()[0]),
            DisplayName = DescriptorTexts.Find(assembly, $"{typeName}.Outputs.{name}", $"Outputs.{name}") ?? attribute?.DisplayName ?? name,
            Description = DescriptorTexts.Find(assembly, $"{typeName}.Outputs.{name}.Description", $"Outputs.{name}.Description") ?? attribute?.Description,
            IsBrowsable = attribute?.IsBrowsable ?? true,
            IsSerializable = attribute?.IsSerializable ?? true,
        };
    }

    private static List<Port> Ports(string typeName, Type type)
    {
        var ports = type.GetProperties()
            .Where(property => property.PropertyType == typeof(IActivity))
            .Select(property => new Port(property.GetCustomAttribute<PortAttribute>()?.Name ?? property.Name, PortName(type, typeName, property.Name), PortType.Embedded, IsBrowsable(property)))
            .ToList();
        if (type.GetCustomAttribute<HiddenPortAttribute>() is { } hidden)
            ports.Add(new Port(hidden.Name, PortName(type, typeName, hidden.Name), PortType.Embedded, IsBrowsable: false));
        if (type.GetCustomAttribute<FlowNodeAttribute>() is { } flow)
            ports.AddRange(flow.Outcomes.Select(outcome => new Port(outcome, PortName(type, typeName, outcome), PortType.Flow)));
        return ports;
    }

    private static string PortName(Type type, string typeName, string name) => DescriptorTexts.Find(type.Assembly, $"{typeName}.Ports.{name}", $"Ports.{name}") ?? name;
}
